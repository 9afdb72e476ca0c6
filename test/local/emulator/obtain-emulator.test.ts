import { describe, expect, test } from 'vitest';
import { findEmulator } from '../../../local/emulator/obtain-emulator.ts';
import { findPython } from '../../../local/python/find-python.ts';

describe('finding an emulator', () => {
  test('without Python 3.10 and without a named one, names both ways', async () => {
    const finding = findEmulator({}, async () => undefined);
    await expect(finding).rejects.toThrow(/python3.*GROUNDSWELL_AWS_ENDPOINT=http:/s);
  });

  test('says so when nothing answers where one is named', async () => {
    const finding = findEmulator({ GROUNDSWELL_AWS_ENDPOINT: 'http://127.0.0.1:9' });
    await expect(finding).rejects.toThrow('No emulator answers at http://127.0.0.1:9');
  });

  test.each(['https://dynamodb.us-east-1.amazonaws.com', 'nowhere'])(
    'refuses %s',
    async (named) => {
      await expect(findEmulator({ GROUNDSWELL_AWS_ENDPOINT: named })).rejects.toThrow(/address/);
    },
  );
});

describe('findPython(commands)', () => {
  test('passes over commands that are no Python', async () => {
    expect(await findPython(['no-such-command', 'true'])).toBeUndefined();
  });
});
