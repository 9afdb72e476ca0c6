import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { inject } from 'vitest';
import { addStacks } from '../../bin/groundswell.ts';

/** A CloudFormation template, as far as tests look at it. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

/** A resource of a template. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A resource, and where it is. */
export interface Located extends Resource {
  readonly stack: string;
  readonly id: string;
}

/** The stages that there are. */
export const STAGES = ['local', 'development', 'production'] as const;
export type Stage = (typeof STAGES)[number];

const { context: featureFlags } = JSON.parse(
  readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'),
);

/** An address that is no example, so that no warning is printed. */
export const SITE_URL = 'https://poll.test';

/** The app as the command line makes it, without bundles and what else tests do not look at. */
export const createApp = (
  context: Readonly<Record<string, unknown>>,
  props: Partial<AppProps> = {},
): App => {
  const app = new App({
    outdir: mkdtempSync(join(inject('synthesized'), 'app-')),
    context: { ...featureFlags, siteUrl: SITE_URL, 'aws:cdk:bundling-stacks': [], ...context },
    builtinCloudFormationValidation: false,
    stackTraces: false,
    treeMetadata: false,
    ...props,
  });
  addStacks(app);
  return app;
};

/** The templates of an app by the last part of their stack's name, such as `data`. */
const templatesIn = ({ stacks }: CloudAssembly): Readonly<Record<string, Template>> =>
  Object.fromEntries(
    stacks.map(({ stackName, template }) => [stackName.split('-').at(-1), template]),
  );

/** The templates of an app that is made for one test. */
export const synthesize = (
  context: Readonly<Record<string, unknown>>,
): Readonly<Record<string, Template>> => templatesIn(createApp(context).synth());

const assemblies = new Map<Stage, CloudAssembly>();

/** What a stage is synthesized to; once for all files of tests that share a process. */
export const assemblyOf = (stage: Stage): CloudAssembly => {
  const known = assemblies.get(stage);
  if (known) return known;
  const assembly = createApp({ stage }).synth();
  assemblies.set(stage, assembly);
  return assembly;
};

/** A stage's templates by the last part of their stack's name. */
export const templatesOf = (stage: Stage): Readonly<Record<string, Template>> =>
  templatesIn(assemblyOf(stage));

/** A stage's template of one stack. */
export const templateOf = (stage: Stage, stack: string): Template => {
  const template = templatesOf(stage)[stack];
  if (!template) throw new Error(`stage ${stage} has no stack ${stack}`);
  return template;
};

/** Every resource of a type, in all stacks of a stage. */
export const resourcesOf = (stage: Stage, type: string): readonly Located[] =>
  Object.entries(templatesOf(stage)).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, resource]) => ({ ...resource, stack, id })),
  );
