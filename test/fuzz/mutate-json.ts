import fc from 'fast-check';
import { aMarkedName, aMarkedText, MARKED_NUMBER } from './marks.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly (string | number)[];

/** Stands in for what is no JSON value until the text is made. */
const HOLE = '\u0001HOLE\u0001';

/** Deeper than this one level is as good as another. */
const DEEPEST = 8;

const partsOf = (value: Json): readonly (readonly [string | number, Json])[] => {
  if (Array.isArray(value)) return [...value.entries()];
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
};

/** Where a value has parts, itself included. */
const pathsIn = (value: Json, path: Path = []): readonly Path[] => [
  path,
  ...(path.length < DEEPEST ? partsOf(value) : []).flatMap(([name, part]) =>
    pathsIn(part, [...path, name]),
  ),
];

const replaced = (value: Json, [first, ...rest]: Path, by: Json): Json => {
  if (first === undefined) return by;
  if (Array.isArray(value)) {
    return value.map((part, index) => (index === first ? replaced(part, rest, by) : part));
  }
  const members = value as { readonly [name: string]: Json };
  return Object.fromEntries(
    Object.entries(members).map(([name, part]) => [
      name,
      name === first ? replaced(part, rest, by) : part,
    ]),
  );
};

const nested = (open: string, close: string) =>
  fc.integer({ min: 2, max: 3000 }).map((depth) => open.repeat(depth) + close.repeat(depth));

/** Text of a value that belongs nowhere. */
const anOddValue = fc.oneof(
  { weight: 4, arbitrary: aMarkedText.map((text) => JSON.stringify(text)) },
  fc.constantFrom('null', 'true', '""', '[]', '{}', '-1', '-0', '2.5', '1e400', '1e-400'),
  fc.constantFrom(String(MARKED_NUMBER), `${MARKED_NUMBER}${MARKED_NUMBER}`, '[[1]]', '"5"'),
  fc.constantFrom('9'.repeat(400), '0.1e1', '5.0', '1E0', '[4]', '{"valueOf":4}'),
  nested('[', ']'),
  nested('{"a":', '}').map((text) => text.replace('{"a":}', '{"a":1}')),
  fc.tuple(aMarkedName, aMarkedText).map((member) => JSON.stringify(Object.fromEntries([member]))),
  fc.array(aMarkedText, { maxLength: 40 }).map((texts) => JSON.stringify(texts)),
);

const withValue = (value: Json): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...pathsIn(value)), anOddValue)
    .map(([path, odd]) =>
      JSON.stringify(replaced(value, path, HOLE)).replace(JSON.stringify(HOLE), () => odd),
    );

/** A member more, or one that is there already once more, in any of the objects. */
const withMember = (text: string): fc.Arbitrary<string> => {
  const objects = [...text.matchAll(/\{/g)].map(({ index }) => index + 1);
  const names = [...text.matchAll(/"([a-z-]+)":/gi)].map(([, name = '']) => name);
  if (objects.length === 0) return fc.constant(text);
  return fc
    .tuple(
      fc.constantFrom(...objects),
      fc.oneof(aMarkedName, fc.constantFrom('a', ...names)),
      anOddValue,
    )
    .map(([at, name, odd]) => {
      const rest = text.slice(at);
      const comma = rest.startsWith('}') ? '' : ',';
      return `${text.slice(0, at)}${JSON.stringify(name)}:${odd}${comma}${rest}`;
    });
};

/** A JSON text with one fault in it: an odd value somewhere, or an odd or repeated name. */
export const mutateJson = (text: string): fc.Arbitrary<string> => {
  const value: Json = JSON.parse(text);
  return fc.oneof({ weight: 2, arbitrary: withValue(value) }, withMember(text));
};
