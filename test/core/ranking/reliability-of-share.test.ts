import { expect, test } from 'vitest';
import {
  reliabilityOfShare,
  type ShareEvidence,
} from '../../../core/ranking/reliability-of-share.ts';

const evidence = (more: Partial<ShareEvidence> = {}): ShareEvidence => ({
  p: 0.5,
  answers: 400,
  df: 20,
  interval: { low: 0.45, high: 0.55 },
  effective: 380,
  ...more,
});

test('a share with answers, degrees of freedom and a narrow interval is reliable', () => {
  expect(reliabilityOfShare(evidence())).toBe('reliable');
});

test.each([
  ['29 answers', { answers: 29, effective: 29 }],
  ['an effective sample of fewer than 30', { effective: 29.9 }],
  ['an interval .30 wide', { interval: { low: 0.25, high: 0.55 } }],
  ['an interval wider than 1.3 times the share', { p: 0.05, interval: { low: 0.02, high: 0.09 } }],
  ['a share of 0 and an interval over .05', { p: 0, interval: { low: 0, high: 0.06 } }],
])('%s is unreliable', (_, more) => {
  expect(reliabilityOfShare(evidence(more))).toBe('unreliable');
});

test.each([
  ['fewer than 8 degrees of freedom', { df: 7.99 }],
  ['a share of 0', { p: 0, interval: { low: 0, high: 0.05 } }],
  ['a share of 1', { p: 1, interval: { low: 0.96, high: 1 } }],
])('%s calls for a review', (_, more) => {
  expect(reliabilityOfShare(evidence(more))).toBe('review');
});

test('an interval at most .05 wide is not held against the share', () => {
  expect(reliabilityOfShare(evidence({ p: 0.01, interval: { low: 0, high: 0.05 } }))).toBe(
    'reliable',
  );
});

test('without an interval answers, degrees of freedom and the share decide', () => {
  const without = { interval: null, effective: null };
  expect(reliabilityOfShare(evidence({ ...without, answers: 29 }))).toBe('unreliable');
  expect(reliabilityOfShare(evidence({ ...without, df: 1 }))).toBe('review');
  expect(reliabilityOfShare(evidence(without))).toBe('reliable');
});
