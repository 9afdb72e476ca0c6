import { describe, expect, test } from 'vitest';
import { countOverlaps, runsIn, runsWithin, sumOfMetric } from './function-runs.ts';

test('the runs of a function are read from what its log reports', () => {
  const log = [
    { timestamp: 5_000, message: 'START RequestId: a Version: $LATEST' },
    {
      timestamp: 5_000,
      message: 'REPORT RequestId: a\tDuration: 1200 ms\tBilled Duration: 1200 ms',
    },
    { timestamp: 9_000, message: '{"message":"release.waiting"}' },
  ];
  expect(runsIn(log)).toEqual([{ begin: 3_800, end: 5_000 }]);
});

describe('runs overlap', () => {
  test('where one begins while another is under way, whichever ends first', () => {
    const runs = [
      { begin: 0, end: 10 },
      { begin: 2, end: 4 },
      { begin: 9, end: 20 },
      { begin: 20, end: 30 },
    ];
    expect(countOverlaps(runs)).toBe(2);
    expect(countOverlaps(runs.toReversed())).toBe(2);
  });

  test('never where one comes after the other', () => {
    expect(
      countOverlaps([
        { begin: 5, end: 9 },
        { begin: 0, end: 5 },
      ]),
    ).toBe(0);
  });
});

test('a run lies within a span where any part of it does', () => {
  const [before, into, inside, after] = [
    { begin: 0, end: 10 },
    { begin: 5, end: 11 },
    { begin: 12, end: 13 },
    { begin: 20, end: 30 },
  ];
  const found = runsWithin([before, into, inside, after], { begin: 10, end: 20 });
  expect(found).toEqual([into, inside]);
});

test('a metric is added up over the lines that hold it, be it once or several times', () => {
  const line = (values: unknown) =>
    JSON.stringify({ _aws: {}, service: 'tally', LostRaces: values });
  const lines = [line(1), line([1, 1]), '{"message":"LostRaces"}', line(1).slice(0, -4), 'killed'];
  expect(sumOfMetric(lines, 'LostRaces')).toBe(3);
  expect(sumOfMetric(lines, 'UnprocessableRecords')).toBe(0);
});
