import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emulatorScript } from '../../../local/pages/emulator-script.ts';
import { shellBlocks } from '../../../local/pages/shell-blocks.ts';
import { PROJECT } from '../../../local/places.ts';

const fenced = (commands: string, language = 'sh') => `\`\`\`${language}\n${commands}\n\`\`\``;

describe('shellBlocks', () => {
  test('finds the blocks of shell commands with their lines, and no others', () => {
    const page = `# Title\n\n${fenced('one')}\n\n${fenced('{}', 'json')}\n\n${fenced('two')}\n`;
    expect(shellBlocks(page)).toEqual([
      { section: '', line: 4, commands: 'one\n', onEmulator: { kind: 'as-it-stands' } },
      { section: '', line: 12, commands: 'two\n', onEmulator: { kind: 'as-it-stands' } },
    ]);
  });

  test('says under which heading of the second or third level each is', () => {
    const page = `${fenced('one')}\n## Part\n${fenced('two')}\n### Section\n#### Detail\n${fenced('three')}\n`;
    expect(shellBlocks(page).map(({ section }) => section)).toEqual(['', 'Part', 'Section']);
  });

  test('takes the indentation of a list off', () => {
    const page = '1. Do\n\n   ```sh\n   one \\\n     two\n   ```\n';
    expect(shellBlocks(page)[0]?.commands).toBe('one \\\n  two\n');
  });

  test('reads why a block cannot run on an emulator', () => {
    const page = `<!-- not on the emulator: it has none -->\n${fenced('one')}\n`;
    expect(shellBlocks(page)[0]?.onEmulator).toEqual({ kind: 'not', reason: 'it has none' });
  });

  test('reads what runs on an emulator instead', () => {
    const page = `<!-- on the emulator: another name\nexport A=b\nfoo\n-->\n${fenced('one')}\n`;
    expect(shellBlocks(page)[0]?.onEmulator).toEqual({
      kind: 'instead',
      commands: 'export A=b\nfoo\n',
    });
  });

  test('applies a comment to the block right after it alone', () => {
    const page = `<!-- not on the emulator: it has none -->\n${fenced('one')}\n\n${fenced('two')}\n`;
    expect(shellBlocks(page).map(({ onEmulator }) => onEmulator.kind)).toEqual([
      'not',
      'as-it-stands',
    ]);
  });
});

describe('docs/deploying.md', async () => {
  const page = await readFile(join(PROJECT, 'docs', 'deploying.md'), 'utf8');
  const blocks = shellBlocks(page);

  test('has all of its shell commands in blocks that are found', () => {
    expect(blocks).toHaveLength(page.match(/^ *```sh$/gm)?.length ?? -1);
    expect(blocks.length).toBeGreaterThan(20);
  });

  test('has none but commands that a shell can read', () => {
    const input = blocks.map(({ commands }) => commands).join('\n');
    expect(() => execFileSync('bash', ['-n'], { input })).not.toThrow();
    const script = emulatorScript('docs/deploying.md', blocks);
    expect(() => execFileSync('bash', ['-n'], { input: script })).not.toThrow();
  });

  test('gives a reason wherever an emulator cannot run them, and seldom has to', () => {
    const left = blocks.map(({ onEmulator }) => onEmulator).filter(({ kind }) => kind === 'not');
    expect(left.every((block) => 'reason' in block && block.reason.length > 10)).toBe(true);
    expect(left.length).toBeLessThan(blocks.length / 4);
  });
});
