import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A template, as far as it says what there is. */
export type Template = {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
};

export type Resource = {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: unknown;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};

/** A stack of an assembly: its name on AWS, and the file of its template. */
export type AssemblyStack = { readonly name: string; readonly file: string };

type Artifact = {
  readonly type: string;
  readonly properties: { readonly stackName?: string; readonly templateFile: string };
};

/** The stacks that the CDK synthesized into `directory`. */
export const stacksIn = async (directory: string): Promise<readonly AssemblyStack[]> => {
  const manifest = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
  return Object.entries(manifest.artifacts as Readonly<Record<string, Artifact>>)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack')
    .map(([id, { properties }]) => ({
      name: properties.stackName ?? id,
      file: properties.templateFile,
    }));
};

/** The template of a stack in `directory`. */
export const readTemplate = async (directory: string, file: string): Promise<Template> =>
  JSON.parse(await readFile(join(directory, file), 'utf8'));

/**
 * What of a template is worth keeping: resources without what the CDK notes on them, and
 * functions without their code, which changes with every release.
 */
export const trimTemplate = ({ Resources, Outputs }: Template): Template => ({
  Resources: Object.fromEntries(
    Object.entries(Resources).map(([id, resource]) => [id, trimResource(resource)]),
  ),
  ...(Outputs && { Outputs }),
});

const trimResource = (resource: Resource & { readonly Metadata?: unknown }): Resource => {
  const { Metadata: _, ...kept } = resource;
  if (kept.Type !== 'AWS::Lambda::Function') return kept;
  const { Code: __, ...Properties } = kept.Properties ?? {};
  return { ...kept, Properties };
};
