import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testGroup, testParticipation } from '../../../core/release/test-group.ts';
import { answering, defaultRules, tallyOf } from './release-factories.ts';

const thresholds = defaultRules().group;
const reasonFor = (...answers: readonly number[]) =>
  testGroup(answering(...answers), 1, thresholds)[0];

describe('the test of a group', () => {
  it('passes an item that nobody answered', () => {
    expect(reasonFor(0, 0, 0)).toBeNull();
    expect(testGroup([], 1, thresholds)).toEqual([null]);
  });

  it('withholds 1 to k - 1 answers', () => {
    expect(reasonFor(1)).toBe('too-few-answers');
    expect(reasonFor(4, 3, 3)).toBe('too-few-answers');
    expect(reasonFor(8, 8, 3)).toBeNull();
  });

  it('withholds answers of fewer than three organizations', () => {
    expect(reasonFor(50, 50)).toBe('too-few-organizations');
    expect(reasonFor(50, 50, 0)).toBe('too-few-organizations');
    expect(reasonFor(50, 50, 1)).toBeNull();
  });

  it('withholds where one organization has more than 80 % of the answers, not where it has 80 %', () => {
    expect(reasonFor(80, 10, 10)).toBeNull();
    expect(reasonFor(81, 10, 10)).toBe('dominant-organization');
  });

  it('withholds where fewer than k answers are left without the largest organization', () => {
    expect(reasonFor(30, 5, 5)).toBe('too-few-without-largest');
    expect(reasonFor(30, 6, 5)).toBeNull();
  });

  it("withholds where one organization carries more than 80 % of the voice's weight", () => {
    const organizations = answering(20, 20, 20);
    expect(testGroup(organizations, 1, thresholds, [[80, 10, 10]])).toEqual([null]);
    expect(testGroup(organizations, 1, thresholds, [[81, 10, 10]])).toEqual([
      'dominant-organization',
    ]);
  });

  it('tests each item by itself', () => {
    const organizations = ['a', 'b', 'c'].map((id) =>
      tallyOf(id, [
        [9, 0],
        [0, 1],
      ]),
    );
    expect(testGroup(organizations, 2, thresholds)).toEqual([null, 'too-few-answers']);
  });

  it('tests the number of responses like an item', () => {
    const open = [tallyOf('a', [[9]], 200), tallyOf('b', [[9]]), tallyOf('c', [[9]])];
    expect(testGroup(open, 1, thresholds)).toEqual([null]);
    expect(testParticipation(open, thresholds)).toBe('dominant-organization');
  });

  it('passes the union of two groups that pass', () => {
    const group = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(group, group, (one, other) => {
        fc.pre(reasonFor(...one) === null && reasonFor(...other) === null);
        expect(reasonFor(...one, ...other)).toBeNull();
      }),
    );
  });

  it('leaves whoever passed at least k others whose answers it does not know', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), (answers) => {
        fc.pre(reasonFor(...answers) === null);
        const total = answers.reduce((a, b) => a + b, 0);
        for (const own of answers) expect(total === 0 || total - own >= 11).toBe(true);
      }),
    );
  });
});
