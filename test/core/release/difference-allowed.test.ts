import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountedOrganization } from '../../../core/release/answers-of.ts';
import { changeOf } from '../../../core/release/change-of.ts';
import { differenceAllowed } from '../../../core/release/difference-allowed.ts';
import { answering, defaultRules, tallyOf } from './release-factories.ts';

const rules = defaultRules();
const difference = (
  before: readonly CountedOrganization[],
  after: readonly CountedOrganization[],
  items: readonly number[] = [0],
) => differenceAllowed(before, after, items, rules);
const reasonsOf = (...sides: Parameters<typeof difference>) => {
  const result = difference(...sides);
  return result.kind === 'allowed' ? [] : [...new Set(result.refusals.values())];
};

describe('how one organization differs', () => {
  it('counts whoever moved between levels once', () => {
    const change = changeOf(tallyOf('a', [[5, 0, 0]]), tallyOf('a', [[2, 3, 0]]), 0);
    expect(change).toEqual({ changed: 3, fresh: 3, levelsDiffer: true });
  });

  it('counts newcomers by their answers, half of them at least where they left it open', () => {
    const newcomers = changeOf(undefined, tallyOf('a', [[1, 2, 0]], 4), 0);
    expect(newcomers).toEqual({ changed: 4, fresh: 3, levelsDiffer: true });
    const silent = changeOf(tallyOf('a', [[1]]), tallyOf('a', [[1]], 3), 0);
    expect(silent).toEqual({ changed: 2, fresh: 0, levelsDiffer: false });
  });

  it('finds nothing new in withdrawals', () => {
    expect(changeOf(tallyOf('a', [[9, 2]]), tallyOf('a', [[4, 2]]), 0)).toEqual({
      changed: 5,
      fresh: 0,
      levelsDiffer: true,
    });
  });

  it('never counts more than the people who differ', () => {
    const level = fc.integer({ min: -1, max: 3 });
    const history = fc.array(fc.tuple(level, level, fc.boolean(), fc.boolean()), { maxLength: 30 });
    const tally = (levels: readonly number[]): CountedOrganization => ({
      organization: 'a',
      responses: levels.length,
      counts: [[0, 1, 2, 3].map((one) => levels.filter((level) => level === one).length)],
    });
    fc.assert(
      fc.property(history, (people) => {
        const before = people.filter(([, , was]) => was).map(([from]) => from);
        const after = people.filter(([, , , is]) => is).map(([, to]) => to);
        const differ = people.filter(([from, to, was, is]) => was !== is || (was && from !== to));
        const isNew = differ.filter(([, to, , is]) => is && to >= 0);
        const change = changeOf(tally(before), tally(after), 0);
        expect(change.changed).toBeLessThanOrEqual(differ.length);
        expect(change.fresh).toBeLessThanOrEqual(isNew.length);
      }),
    );
  });
});

describe('whether a release may follow another', () => {
  it('allows the same again', () => {
    expect(difference(answering(9, 9, 9), answering(9, 9, 9))).toEqual({
      kind: 'allowed',
      changed: false,
    });
  });

  it('holds a first release to the test of a group', () => {
    expect(reasonsOf([], answering(9, 9, 9))).toEqual([]);
    expect(reasonsOf([], answering(4, 3, 3))).toEqual(['too-few-answers']);
    expect(reasonsOf([], answering(20, 20))).toEqual(['too-few-organizations']);
  });

  it('refuses 1 to k - 1 new answers', () => {
    expect(reasonsOf(answering(9, 9, 9), answering(10, 9, 9))).toEqual(['too-few-answers']);
    expect(reasonsOf(answering(9, 9, 9), answering(12, 12, 13))).toEqual(['too-few-answers']);
    expect(reasonsOf(answering(9, 9, 9), answering(15, 15, 15))).toEqual([]);
  });

  it('refuses new answers of fewer than three organizations', () => {
    expect(reasonsOf(answering(9, 9, 9), answering(40, 40, 9))).toEqual(['too-few-organizations']);
  });

  it('refuses a difference of which one organization has more than 80 %', () => {
    expect(reasonsOf(answering(9, 9, 9), answering(109, 19, 19))).toEqual([
      'dominant-organization',
    ]);
  });

  it('refuses a difference that leaves fewer than k answers to whoever knows its own', () => {
    expect(reasonsOf(answering(9, 9, 9), answering(17, 11, 10))).toEqual([
      'too-few-without-largest',
    ]);
  });

  it('treats an organization that only one side has as one without responses', () => {
    expect(reasonsOf(answering(20, 20, 20), answering(20, 20, 20, 12))).toEqual([
      'too-few-organizations',
    ]);
    expect(reasonsOf(answering(20, 20, 20, 12), answering(20, 20, 20))).toEqual([
      'too-few-organizations',
    ]);
  });

  it('refuses withdrawals alone, since with an earlier release they could isolate who stayed', () => {
    expect(reasonsOf(answering(40, 40, 40), answering(30, 30, 30))).toEqual(['too-few-answers']);
  });

  it('looks at every item that it is asked about, and says which ones stand against it', () => {
    const before = ['a', 'b', 'c'].map((id) => tallyOf(id, [[20], [20]]));
    const after = ['a', 'b', 'c'].map((id) => tallyOf(id, [[35], [21]]));
    const result = difference(before, after, [0, 1]);
    expect(result.kind === 'refused' && [...result.refusals]).toEqual([[1, 'too-few-answers']]);
    expect(difference(before, after, [0]).kind).toBe('allowed');
  });

  it('looks at the number of responses, too', () => {
    const before = ['a', 'b', 'c'].map((id) => tallyOf(id, [[20]]));
    const after = ['a', 'b', 'c'].map((id, index) => tallyOf(id, [[20]], index === 0 ? 1 : 0));
    const result = difference(before, after, []);
    expect(result.kind === 'refused' && [...result.refusals]).toEqual([
      ['responses', 'too-few-answers'],
    ]);
  });
});
