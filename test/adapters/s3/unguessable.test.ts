import { expect, test } from 'vitest';
import { unguessable } from '../../../adapters/s3/unguessable.ts';

const json = '{"responses":1}';

test('what is made unguessable is still the same JSON', () => {
  expect(JSON.parse(unguessable(json))).toEqual({ responses: 1 });
  expect(unguessable(json).trimEnd()).toBe(json);
});

test('it is never the same bytes twice: 128 random bits follow', () => {
  expect(unguessable(json)).toMatch(/^\{"responses":1\}\n[ \t]{128} *$/);
  const made = Array.from({ length: 100 }, () => unguessable(json));
  expect(new Set(made).size).toBe(made.length);
});

test.each([
  [1, 16_384],
  [270, 16_384],
  [16_255, 16_384],
  [16_256, 32_768],
  [100_000, 131_072],
  [900_000, 1_048_576],
])('of %i bytes it has %i: its size hides how long the counts are', (bytes, padded) => {
  expect(Buffer.byteLength(unguessable('1'.repeat(bytes)))).toBe(padded);
});

test('its size is in bytes, whatever is written in it', () => {
  expect(Buffer.byteLength(unguessable(JSON.stringify('ñ'.repeat(10_000))))).toBe(32_768);
});
