import fc from 'fast-check';

const ODD_NUMBERS = ['0', '-0', '-1', '6', '2.5', '1e400', '-1e400', '1e-400', '9007199254740993'];

/** Pieces of JSON text that a careless or hostile client may send where a level belongs. */
export const anOddValue = fc.oneof(
  fc.constantFrom(...ODD_NUMBERS),
  fc.constantFrom('null', 'true', 'false', '""', '"4"', '[]', '{}', '[4]', '{"valueOf":4}'),
  fc.integer({ min: -3, max: 9 }).map(String),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 3 }),
  fc.integer({ min: 1, max: 3000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
);

/** Names that a careless or hostile client may send. */
export const anOddName = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    '',
    'a/b~c',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** The text of a JSON object whose members may repeat each other. */
export const anObjectText = (
  name: fc.Arbitrary<string>,
  value: fc.Arbitrary<string>,
): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(name, value), { maxLength: 8 })
    .map((members) => `{${members.map(([n, v]) => `${JSON.stringify(n)}:${v}`).join(',')}}`);

/** A text that was cut off, or got something inserted. */
export const aDamaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.nat({ max: 200 }), fc.constantFrom('', '\u0000', '\ud800', '"', '}', '\\', ','))
    .map(([whole, at, inserted]) => `${whole.slice(0, at)}${inserted}${whole.slice(at + 1)}`);

/** Bytes that may be no UTF-8. */
export const someBytes: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc
  .uint8Array({ maxLength: 300 })
  .map((bytes) => Uint8Array.from(bytes));

/** Path segments, percent-encoded as a client has to. */
export const aSegment = (...good: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...good) },
    {
      weight: 1,
      arbitrary: fc
        .oneof(anOddName, fc.string({ unit: 'grapheme', maxLength: 100 }))
        .map((text) => encodeURIComponent(text.toWellFormed()).replaceAll('.', '%2E') || '%20'),
    },
  );
