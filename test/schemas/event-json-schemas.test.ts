import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { eventSchemas } from '../../schemas/event.ts';
import { eventJsonSchemas } from '../../schemas/event-json-schemas.ts';

const directory = new URL('../../docs/events/', import.meta.url);

describe('docs/events', () => {
  test('has every event as it is now, and no other (npm run events:schemas)', async () => {
    const files = (await readdir(directory)).filter((file) => file.endsWith('.json'));
    expect(files.sort()).toEqual(
      eventJsonSchemas()
        .map(({ file }) => file)
        .sort(),
    );
    for (const { file, schema } of eventJsonSchemas()) {
      const text = await readFile(new URL(file, directory), 'utf8');
      expect(JSON.parse(text), file).toEqual(schema);
    }
  });

  test('says of every event its version, its id and its poll', () => {
    expect(eventJsonSchemas()).toHaveLength(Object.keys(eventSchemas).length);
    for (const { schema } of eventJsonSchemas()) {
      expect(schema).toMatchObject({
        additionalProperties: false,
        required: expect.arrayContaining(['version', 'id', 'poll']),
      });
    }
  });

  test('names no member for an answer, a count of answers, a receipt or a response id', () => {
    const names: string[] = [];
    JSON.stringify(eventJsonSchemas(), (name, value) => {
      if (name === 'properties') names.push(...Object.keys(value));
      return value;
    });
    expect(names).toContain('poll');
    expect(names.filter((name) => /answer|count|receipt|response/i.test(name))).toEqual([]);
  });
});
