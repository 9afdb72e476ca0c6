import { expect, test } from 'vitest';
import { unguessable } from '../../../adapters/s3/unguessable.ts';

const json = '{"responses":1}';

test('what is made unguessable is still the same JSON', () => {
  expect(JSON.parse(unguessable(json))).toEqual({ responses: 1 });
  expect(unguessable(json).trimEnd()).toBe(json);
});

test('it is never the same bytes twice: 128 random bits follow', () => {
  expect(unguessable(json)).toMatch(/^\{"responses":1\}\n[ \t]{128}$/);
  const made = Array.from({ length: 100 }, () => unguessable(json));
  expect(new Set(made).size).toBe(made.length);
});
