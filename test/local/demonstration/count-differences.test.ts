import { describe, expect, test } from 'vitest';
import { countDifferences } from '../../../local/demonstration/count-differences.ts';

const responses = [
  { organization: 'a', apples: '5', pears: '1' },
  { organization: 'a', apples: '4', pears: '' },
  { organization: 'b', apples: '2', pears: '3' },
];

const aRow = (id: string, metric: string, estimate: string, answers: string) => ({
  ...{ list: 'items', voice: 'respondent', status: 'shown', organizations: '2' },
  ...{ id, metric, estimate, answers },
});

const published = () => [
  aRow('apples', 'agree', '0.667', '3'),
  aRow('apples', 'net', '0.333', '3'),
  aRow('apples', 'mean', '3.667', '3'),
  aRow('pears', 'agree', '0', '2'),
  aRow('pears', 'net', '-0.5', '2'),
  aRow('pears', 'mean', '2', '2'),
];

const changed = (change: Record<string, string>) =>
  published().map((row, index) => (index === 1 ? { ...row, ...change } : row));

describe('an independent count', () => {
  test('finds no difference where every figure is the rounded one', () => {
    expect(countDifferences(responses, published())).toEqual({ compared: 6, differences: [] });
  });

  test.each([
    ['an estimate that is off by one in its last digit', { estimate: '0.334' }],
    ['an estimate that is rounded to fewer decimals', { estimate: '0.33' }],
    ['an estimate that is missing', { estimate: '' }],
    ['another number of answers', { answers: '4' }],
    ['another number of organizations', { organizations: '1' }],
    ['a row that is missing', { id: 'plums' }],
  ])('tells %s', (_what, change) => {
    const { differences } = countDifferences(responses, changed(change));
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatch(/^apples, net: counted 0\.333 of 3 answers/);
  });

  test('takes either neighbour where the figure lies in the middle between two', () => {
    const sixteen = Array.from({ length: 16 }, (_, index) => ({
      organization: 'a',
      apples: index < 13 ? '5' : '3',
    }));
    for (const estimate of ['0.812', '0.813']) {
      const row = { ...aRow('apples', 'agree', estimate, '16'), organizations: '1' };
      const { differences } = countDifferences(sixteen, [row]);
      expect(differences.filter((line) => line.startsWith('apples, agree'))).toEqual([]);
    }
  });
});
