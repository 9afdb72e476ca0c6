import { describe, expect, test } from 'vitest';
import { tryDeploying } from '../../local/pages/try-deploying.ts';
import type { Undo } from '../../local/program/run-program.ts';

const FAILED = 1;
const MOST_SHOWN = 20_000;

/** The whole page in one shell, on an emulator of its own. */
const tryPage = async (): Promise<{ readonly code: number; readonly said: string }> => {
  const undos: Undo[] = [];
  const { signal } = new AbortController();
  let said = '';
  try {
    const program = { signal, atEnd: (undo: Undo) => void undos.push(undo) };
    const code = await tryDeploying(program, (text) => {
      said += text;
    });
    return { code, said };
  } finally {
    for (const undo of undos.reverse()) await undo(FAILED);
  }
};

describe('A table has to be restored: docs/deploying.md from the first line to the last', () => {
  test('deploys, updates, restores, moves and takes down by its commands as they stand', async () => {
    const { code, said } = await tryPage();
    expect(code, said.slice(-MOST_SHOWN)).toBe(0);
    expect(said).toContain('groundswell-local-responses-restored');
    expect(said).toContain('docs/deploying.md: everything that can run here did');
  });
});
