import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { logCodes } from '../../../functions/middleware/log-codes.ts';
import { logTable } from './log-table.ts';

const PROJECT = join(import.meta.dirname, '..', '..', '..');
const FUNCTIONS = join(PROJECT, 'functions');
const CODE =
  /'((?:request|invocation|response|tally|check|recheck|recount|seal|release)\.[a-z-]+)'/g;

const sources = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('log-codes.ts'))
  .map((file) => readFileSync(join(FUNCTIONS, file), 'utf8'))
  .join('\n');

/** The code of a roll-up is made from what it did. */
const releaseCodes = [
  ...readFileSync(join(FUNCTIONS, 'roll-up-tallies', 'roll-up-deps.ts'), 'utf8').matchAll(
    /readonly kind: '([a-z]+)'/g,
  ),
].map(([, kind]) => `release.${kind}`);

/** What else looks like a code: acts of the audit trail. */
const ACTS = ['release.requested'];

describe('the codes that functions log', () => {
  test('are each listed once and used', () => {
    const used = [...sources.matchAll(CODE)].map(([, code]) => String(code));
    const codes = new Set([...used, ...releaseCodes].filter((code) => !ACTS.includes(code)));
    expect([...codes].sort()).toEqual(Object.keys(logCodes).sort());
  });

  test('stand in docs/logs.md with their attributes and meaning', () => {
    const page = readFileSync(join(PROJECT, 'docs', 'logs.md'), 'utf8');
    expect(page.slice(page.indexOf('| code |'))).toBe(logTable());
  });

  test('each say what they mean in a sentence', () => {
    for (const { meaning } of Object.values(logCodes)) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
