import { describe, expect, test } from 'vitest';
import { NoSuchPageError, readPageChoice } from '../../../local/pages/page-choice.ts';

describe('readPageChoice', () => {
  test('is every page where none is named', () => {
    expect(readPageChoice([])).toEqual(['deploying', 'runbook']);
  });

  test('is the pages that are named', () => {
    expect(readPageChoice(['runbook'])).toEqual(['runbook']);
  });

  test('refuses a page that cannot be tried, and names those that can', () => {
    const read = () => readPageChoice(['floods']);
    expect(read).toThrow(NoSuchPageError);
    expect(read).toThrow('"floods" can be tried. Use npm run docs:try -- [deploying] [runbook]');
  });
});
