import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Settings } from '../../schemas/settings.ts';
import { settingsPage } from '../../schemas/settings-page.ts';

/** The cells of the page's table, by the name of the setting. */
const rows = (): ReadonlyMap<string, readonly string[]> =>
  new Map(
    settingsPage()
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
      .map(([, name = '', ...cells]) => [name.replaceAll('`', ''), cells.slice(0, 3)]),
  );

describe('docs/settings.md', () => {
  test('has every setting as it is now (npm run docs:settings)', async () => {
    const page = await readFile(new URL('../../docs/settings.md', import.meta.url), 'utf8');
    expect(page).toBe(settingsPage());
  });

  test('has a row for every setting and every member of one', () => {
    const names = [...rows().keys()];
    expect(names.filter((name) => !name.includes('.'))).toEqual(Object.keys(Settings.shape));
    expect(names).toEqual(
      expect.arrayContaining([
        'throttle.burst',
        'tokenIssuer.jwksUri',
        'restoredTables.polls.name',
      ]),
    );
  });

  test('says of each what it takes, what holds unless it is stated, and what it does', () => {
    for (const [name, [value, initial, meaning]] of rows()) {
      expect([name, value]).not.toEqual([name, '']);
      expect(`${value} ${initial}`, name).not.toMatch(/undefined|Invalid|null/);
      expect(meaning?.length, name).toBeGreaterThan(10);
    }
    expect(rows().get('rollUpMinutes')?.slice(0, 2)).toEqual([
      'a whole number from 1 to 1440',
      'must be stated',
    ]);
    expect(rows().get('failureRetentionDays')?.[1]).toBe('`14`');
    expect(rows().get('region')?.[0]).toBe('an AWS region such as "us-east-1"');
    expect(rows().get('certificateArn')?.[1]).toBe('unset');
  });
});
