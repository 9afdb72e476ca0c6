import { expect, test } from 'vitest';
import { metricBounds, rangeOf } from '../../../core/ranking/metric-bounds.ts';
import { metricPeers } from '../../../core/ranking/metric-peers.ts';
import { metricScores } from '../../../core/ranking/metric-scores.ts';
import { tieBreakingMetrics } from '../../../core/ranking/tie-breaking-metrics.ts';
import { Metric } from '../../../schemas/poll.ts';

test('agree scores 1 above the middle and 0 elsewhere', () => {
  expect(metricScores('agree', 5)).toEqual([0, 0, 0, 1, 1]);
  expect(metricScores('agree', 3)).toEqual([0, 0, 1]);
  expect(metricScores('agree', 4)).toEqual([0, 0, 1, 1]);
});

test('net scores the side of the middle', () => {
  expect(metricScores('net', 5)).toEqual([-1, -1, 0, 1, 1]);
  expect(metricScores('net', 6)).toEqual([-1, -1, -1, 1, 1, 1]);
});

test('mean scores the level', () => {
  expect(metricScores('mean', 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test.each([4, 6])('with %d levels net is 2 agree - 1 at every level', (levels) => {
  expect(metricScores('net', levels)).toEqual(
    metricScores('agree', levels).map((score) => 2 * score - 1),
  );
});

test.each([3, 4, 5, 6, 7])('with %d levels scores fill the bounds', (levels) => {
  for (const metric of Metric.options) {
    const scores = metricScores(metric, levels);
    const { low, high } = metricBounds(metric, levels);
    expect([Math.min(...scores), Math.max(...scores)]).toEqual([low, high]);
    expect(rangeOf({ low, high })).toBe(high - low);
  }
});

test('ties are broken round the circle agree, net, mean', () => {
  expect(tieBreakingMetrics('agree')).toEqual(['agree', 'net', 'mean']);
  expect(tieBreakingMetrics('net')).toEqual(['net', 'mean', 'agree']);
  expect(tieBreakingMetrics('mean')).toEqual(['mean', 'agree', 'net']);
});

test('with an odd number of levels each metric is held against both others', () => {
  expect(metricPeers('net', 5)).toEqual({ standsFor: 'net', others: ['agree', 'mean'] });
});

test('with an even number of levels net carries what agree says and is held against nothing', () => {
  expect(metricPeers('net', 4)).toEqual({ standsFor: 'agree', others: ['mean'] });
  expect(metricPeers('agree', 4)).toEqual({ standsFor: 'agree', others: ['mean'] });
  expect(metricPeers('mean', 4)).toEqual({ standsFor: 'mean', others: ['agree'] });
});
