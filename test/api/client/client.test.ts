import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../local/places.ts';
import type { ApiWorld } from '../api-world.ts';
import { anApiInMemory } from '../in-process/in-memory-api.ts';
import { synthesizedRoutes } from '../in-process/synthesized-routes.ts';
import { createTokenIssuer } from '../token-issuer.ts';
import { describeClient } from './describe-client.ts';
import { type GeneratedClient, generateClient } from './generate-client.ts';

let made: ApiWorld;

beforeAll(async () => {
  const issuer = await createTokenIssuer();
  const { call, kept } = anApiInMemory(issuer, synthesizedRoutes());
  kept.now = new Date();
  made = { call, tokenOf: issuer.issue, tallied: async () => {}, sealed: async () => {} };
});

describe('the API in process', () => {
  describeClient(() => made);
});

/** A program's call of `putResponse`, as its author writes it. */
const program = (options: string): string => `
import { putResponse } from './sdk.gen.js';
const path = { poll: 'spring', organization: 'harbor', id: '${'0'.repeat(32)}' };
const headers = { Receipt: 'a-receipt-of-22-letters' };
const { data, error } = await putResponse(${options});
export const kind: 'created' | 'changed' | 'unchanged' | undefined = data?.kind;
if (error && 'code' in error && error.code === 'superseded') console.log(error.detail);
`;

const TSCONFIG = {
  compilerOptions: {
    ...{ noEmit: true, strict: true, skipLibCheck: true, types: [] },
    ...{ target: 'es2024', lib: ['es2024', 'dom', 'dom.iterable'] },
    ...{ module: 'nodenext', moduleResolution: 'nodenext' },
  },
  files: ['right.mts', 'without-receipt.mts', 'odd-level.mts'],
};

describe('the types of a generated client', () => {
  let generated: GeneratedClient;
  beforeAll(async () => {
    generated = await generateClient();
  }, 120_000);
  afterAll(() => generated.remove());

  test('take what the API takes and nothing else', { timeout: 120_000 }, async () => {
    const body = (level: string) => `body: { revision: 1, answers: { mentors: ${level} } }`;
    const files = {
      'right.mts': program(`{ path, headers, ${body('5')} }`),
      'without-receipt.mts': program(`{ path, ${body('5')} }`),
      'odd-level.mts': program(`{ path, headers, ${body("'5'")} }`),
      'tsconfig.json': JSON.stringify(TSCONFIG),
      'package.json': '{ "type": "module" }',
    };
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(generated.directory, name), text);
    }
    const checked = promisify(execFile)(join(COMMANDS, 'tsc'), ['-p', generated.directory]);
    const { stdout } = await checked.catch((error: { stdout: string }) => error);
    const wrong = [...stdout.matchAll(/([\w.-]+)\(\d+,\d+\): error/g)].map(([, file]) => file);
    expect(wrong).toEqual(['odd-level.mts', 'without-receipt.mts']);
  });
});
