import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { requireMediaType } from '../../../functions/middleware/media-type.ts';
import { readBody } from '../../../functions/middleware/read-body.ts';
import { readJson } from '../../../functions/middleware/read-json.ts';
import { readText } from '../../../functions/middleware/read-text.ts';
import { anEvent } from '../an-event.ts';
import { refusalOf } from '../refusal-of.ts';

const base64 = (bytes: readonly number[]) =>
  anEvent({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true });

const json = (body: string) => anEvent({ body, headers: { 'content-type': 'application/json' } });

describe('readText(event)', () => {
  test('is empty without a body', () => {
    expect(readText(anEvent())).toBe('');
  });

  test('decodes base64', () => {
    expect(readText(base64([0xc3, 0xa9]))).toBe('é');
  });

  test('refuses bytes that are not UTF-8, and texts with half a character', async () => {
    for (const event of [base64([0xff]), base64([0xed, 0xa0, 0x80]), anEvent({ body: '\ud800' })]) {
      expect((await refusalOf(() => readText(event))).code).toBe('invalid-request');
    }
  });
});

describe('requireMediaType(event, expected)', () => {
  const withType = (type?: string) => anEvent({ headers: type ? { 'content-type': type } : {} });

  test('lets the type pass in any case, with or without UTF-8', () => {
    for (const type of ['text/csv', 'Text/CSV; Charset="utf-8"', 'text/csv;header=present']) {
      expect(() => requireMediaType(withType(type), 'text/csv')).not.toThrow();
    }
  });

  test('refuses none, another one, and another character set', async () => {
    for (const type of [undefined, 'text/plain', 'text/csvx', 'text/csv; charset=utf-16']) {
      const refusal = await refusalOf(() => requireMediaType(withType(type), 'text/csv'));
      expect(refusal.code).toBe('unsupported-media-type');
    }
  });
});

describe('readJson(event)', () => {
  test('gives the value', () => {
    expect(readJson(json('{"a":[1,null]}'))).toEqual({ a: [1, null] });
  });

  test('refuses what is not JSON without quoting it', async () => {
    const refusal = await refusalOf(() => readJson(json('{"name":"Joe"')));
    expect([refusal.code, refusal.members.errors]).toEqual([
      'invalid-json',
      [{ pointer: '', expected: 'JSON' }],
    ]);
  });

  test('refuses a name that stands twice', async () => {
    const refusal = await refusalOf(() => readJson(json('{"a":1,"a":2}')));
    expect(refusal.members.errors?.[0]?.pointer).toBe('/a');
  });
});

describe('readBody(event, schema)', () => {
  const Shape = z.strictObject({ n: z.int().default(3) });

  test('gives what the schema makes of it', () => {
    expect(readBody(json('{}'), Shape)).toEqual({ n: 3 });
  });

  test('refuses what the schema does not accept, fault by fault', async () => {
    const refusal = await refusalOf(() => readBody(json('{"n":"x","m":1}'), Shape));
    expect(refusal.members.errors?.map(({ pointer }) => pointer)).toEqual(['/n', '/m']);
  });
});
