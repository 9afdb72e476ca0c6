import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AssemblyStack,
  type Resource,
  readTemplate,
  stacksIn,
  type Template,
} from '../../local/release/assembly.ts';

type Code = unknown;

/**
 * Makes a copy of today's assembly whose templates are those of a kept release. Their functions
 * have today's code, since no release's code is kept: what is tried is what becomes of resources
 * and data, not what the old functions did.
 */
export const makeKeptAssembly = async (
  today: string,
  directory: string,
  kept: Readonly<Record<string, Template>>,
): Promise<void> => {
  await cp(today, directory, { recursive: true });
  for (const stack of await stacksIn(directory)) {
    const template = kept[stack.name];
    if (!template) throw new Error(`no template of ${stack.name} is kept`);
    const codes = codesIn(await readTemplate(directory, stack.file));
    await replaceTemplate(directory, stack, JSON.stringify(withCode(template, codes)));
  }
};

/** Makes a copy of an assembly that was synthesized for another emulator. */
export const moveAssembly = async (
  assembly: string,
  directory: string,
  endpoint: { readonly from: string; readonly to: string },
): Promise<void> => {
  await cp(assembly, directory, { recursive: true });
  for (const { file } of await stacksIn(directory)) {
    const text = await readFile(join(directory, file), 'utf8');
    await writeFile(join(directory, file), text.replaceAll(endpoint.from, endpoint.to));
  }
};

/** The code of a template's functions, by their names. */
const codesIn = ({ Resources }: Template): ReadonlyMap<unknown, Code> =>
  new Map(
    Object.values(Resources)
      .filter(({ Type }) => Type === 'AWS::Lambda::Function')
      .map(({ Properties }) => [Properties?.FunctionName, Properties?.Code]),
  );

const withCode = (template: Template, codes: ReadonlyMap<unknown, Code>): Template => {
  const [anyCode] = codes.values();
  const complete = (resource: Resource): Resource => {
    if (resource.Type !== 'AWS::Lambda::Function') return resource;
    const Code = codes.get(resource.Properties?.FunctionName) ?? anyCode;
    return { ...resource, Properties: { ...resource.Properties, Code } };
  };
  return {
    ...template,
    Resources: Object.fromEntries(
      Object.entries(template.Resources).map(([id, resource]) => [id, complete(resource)]),
    ),
  };
};

/** The CDK uploads a template under its hash, and one that is there already only once. */
const replaceTemplate = async (
  directory: string,
  { file }: AssemblyStack,
  text: string,
): Promise<void> => {
  const manifests = [file.replace('.template.json', '.assets.json'), 'manifest.json'];
  const { files } = JSON.parse(await readFile(join(directory, manifests[0] ?? ''), 'utf8'));
  const [before] =
    Object.entries(files as Readonly<Record<string, { source: { path: string } }>>).find(
      ([, { source }]) => source.path === file,
    ) ?? [];
  if (before === undefined) throw new Error(`${file} is no asset`);
  const after = createHash('sha256').update(text).digest('hex');
  for (const manifest of manifests) {
    const path = join(directory, manifest);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(before, after));
  }
  await writeFile(join(directory, file), text);
};
