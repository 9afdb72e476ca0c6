import { isDeepStrictEqual } from 'node:util';
import type { Resource, Template } from '../../local/release/assembly.ts';
import { NAMES, OTHER_NAMES, REPLACING, STATEFUL, STATELESS } from './resource-kinds.ts';

/** Templates by the name of their stack. */
export type Templates = Readonly<Record<string, Template>>;

/**
 * What of a deployed release a newer one would replace, lose or trip over; a sentence each, none
 * where it can be deployed over it.
 */
export const replacingChanges = (kept: Templates, today: Templates): readonly string[] => [
  ...unknownTypes(today),
  ...unknownNames(today),
  ...Object.entries(kept).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => Type in STATEFUL)
      .flatMap(([id, resource]) =>
        changesOf(`${stack}: ${id}`, resource, today[stack]?.Resources[id]),
      ),
  ),
  ...renamed(kept, today),
  ...replacedInPlace(kept, today),
];

const unknownTypes = (templates: Templates): readonly string[] => {
  const types = Object.values(templates).flatMap(({ Resources }) =>
    Object.values(Resources).map(({ Type }) => Type),
  );
  return [...new Set(types)]
    .filter((type) => !(type in STATEFUL) && !STATELESS.includes(type))
    .map((type) => `${type}: is neither listed as stateful nor as stateless`);
};

/** A name that says whose it is can stand only once, so where it moves must be looked at. */
const unknownNames = (templates: Templates): readonly string[] => {
  const names = Object.values(templates).flatMap(({ Resources }) =>
    Object.values(Resources).flatMap(({ Type, Properties = {} }) =>
      fixedNames(Properties)
        .filter((path) => NAMES[Type] !== path && OTHER_NAMES[Type] !== path)
        .map((path) => `${Type}: its name ${path} is not listed`),
    ),
  );
  return [...new Set(names)];
};

/** Paths such as `BucketName` or `CachePolicyConfig.Name` to what is called after Groundswell. */
const fixedNames = (properties: object, within = ''): readonly string[] =>
  Object.entries(properties).flatMap(([key, value]) => {
    const path = `${within}${key}`;
    const isName = key.endsWith('Name') && isOwnName(value);
    return [
      ...(isName ? [path] : []),
      ...(within === '' && isObject(value) ? fixedNames(value, `${path}.`) : []),
    ];
  });

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text, or text that is joined with a reference; a reference alone is to another's name. */
const isOwnName = (value: unknown): boolean =>
  (typeof value === 'string' || (isObject(value) && 'Fn::Join' in value)) &&
  JSON.stringify(value).includes('groundswell');

const changesOf = (what: string, was: Resource, is: Resource | undefined): readonly string[] => {
  if (is?.Type !== was.Type) return [`${what}: is gone (${was.Type})`];
  return [
    ...(STATEFUL[was.Type] ?? [])
      .filter((name) => !isDeepStrictEqual(was.Properties?.[name], is.Properties?.[name]))
      .map((name) => `${what}: another ${name}`),
    ...(['DeletionPolicy', 'UpdateReplacePolicy'] as const)
      .filter((name) => was[name]?.startsWith('Retain') && !is[name]?.startsWith('Retain'))
      .map((name) => `${what}: its ${name} retains it no more`),
    ...regionsLost(was, is).map((region) => `${what}: no replica in ${region} any more`),
  ];
};

const regionsOf = ({ Properties }: Resource): readonly unknown[] =>
  ((Properties?.Replicas ?? []) as readonly { readonly Region: unknown }[]).map(
    ({ Region }) => Region,
  );

const regionsLost = (was: Resource, is: Resource): readonly string[] =>
  regionsOf(was)
    .filter((region) => !regionsOf(is).some((other) => isDeepStrictEqual(region, other)))
    .map((region) => JSON.stringify(region));

/** A new resource is made before the old one of its name is deleted, so the name is still taken. */
const renamed = (kept: Templates, today: Templates): readonly string[] => {
  const now = namesIn(today);
  return [...namesIn(kept)].flatMap(([name, place]) => {
    const moved = now.get(name);
    return moved === undefined || moved === place
      ? []
      : [`${place}: its name moved to ${moved}, where it is still taken`];
  });
};

/** The same of one that keeps its place and its name, and is replaced for something else. */
const replacedInPlace = (kept: Templates, today: Templates): readonly string[] =>
  Object.entries(kept).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources).flatMap(([id, was]) => {
      const is = today[stack]?.Resources[id];
      const name = nameOf(was);
      if (name === undefined || is?.Type !== was.Type) return [];
      if (!isDeepStrictEqual(name, nameOf(is))) return [];
      return (REPLACING[was.Type] ?? [])
        .filter((one) => !isDeepStrictEqual(was.Properties?.[one], is.Properties?.[one]))
        .map((one) => `${stack}: ${id}: another ${one}, while its name is still taken`);
    }),
  );

const namesIn = (templates: Templates): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(templates).flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).flatMap(([id, resource]) => {
        const name = nameOf(resource);
        return name === undefined
          ? []
          : [[JSON.stringify([stageOf(stack), resource.Type, name]), `${stack}: ${id}`] as const];
      }),
    ),
  );

const stageOf = (stack: string): string => stack.split('-')[1] ?? stack;

const nameOf = ({ Type, Properties }: Resource): unknown =>
  NAMES[Type]
    ?.split('.')
    .reduce<unknown>(
      (value, part) => (value as Readonly<Record<string, unknown>> | undefined)?.[part],
      Properties,
    );
