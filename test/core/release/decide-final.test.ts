import { describe, expect, it } from 'vitest';
import type { CountedOrganization } from '../../../core/release/answers-of.ts';
import { decideFinal } from '../../../core/release/decide-final.ts';
import { decideInterim } from '../../../core/release/decide-interim.ts';
import type { Checkpoint } from '../../../schemas/checkpoint.ts';
import { answering, countedPoll, defaultRules, tallyOf } from './release-factories.ts';

const rules = defaultRules();

const interim = (tallies: readonly CountedOrganization[], items = 1): Checkpoint => {
  const now = countedPoll(tallies);
  const first = decideInterim({ now, items, rules });
  if (first.kind !== 'freeze') throw new Error(first.kind);
  const second = decideInterim({ candidate: first.candidate, now, items, rules });
  if (second.kind !== 'release') throw new Error(second.kind);
  return second.released;
};
const final = (
  released: Checkpoint | undefined,
  tallies: readonly CountedOrganization[],
  items = 1,
) => decideFinal({ released, sealed: countedPoll(tallies, {}, '2026-06-01'), items, rules });
const answersOut = (checkpoint: Checkpoint) =>
  checkpoint.organizations.map(({ counts }) => counts.flat().reduce((a, b) => a + b, 0));

describe('a final release', () => {
  it('comes from the sealed counts where nothing was out', () => {
    const decision = final(undefined, answering(9, 9, 9));
    expect(decision).toMatchObject({
      kind: 'release',
      leavesOutLateAnswers: false,
      released: { kind: 'final', day: '2026-06-01', shown: [0] },
    });
  });

  it('is withheld, with the reason, where nothing may be shown', () => {
    expect(final(undefined, answering(4, 3, 3))).toEqual({
      kind: 'withheld',
      reasons: ['too-few-answers'],
    });
    expect(final(undefined, [])).toEqual({ kind: 'withheld', reasons: ['too-few-answers'] });
  });

  it('comes from the sealed counts where the difference hides everyone', () => {
    const decision = final(interim(answering(9, 9, 9)), answering(20, 20, 20));
    expect(decision).toMatchObject({ kind: 'release', leavesOutLateAnswers: false });
    expect(decision.kind === 'release' && answersOut(decision.released)).toEqual([20, 20, 20]);
  });

  it('comes from what is out, as of its day, where the difference gives someone away', () => {
    const decision = final(interim(answering(9, 9, 9)), answering(10, 9, 9));
    expect(decision).toMatchObject({
      kind: 'release',
      leavesOutLateAnswers: true,
      released: { kind: 'final', day: '2026-05-01' },
    });
    expect(decision.kind === 'release' && answersOut(decision.released)).toEqual([9, 9, 9]);
  });

  it('follows an interim release of the same counts, once', () => {
    const first = final(interim(answering(9, 9, 9)), answering(9, 9, 9));
    expect(first).toMatchObject({ kind: 'release', leavesOutLateAnswers: false });
    const released = first.kind === 'release' ? first.released : undefined;
    expect(final(released, answering(9, 9, 9))).toEqual({ kind: 'unchanged' });
  });

  it('releases nothing new in a second run, even where it left answers out', () => {
    const first = final(interim(answering(9, 9, 9)), answering(10, 9, 9));
    const released = first.kind === 'release' ? first.released : undefined;
    expect(final(released, answering(10, 9, 9))).toEqual({ kind: 'unchanged' });
  });

  it('releases nothing new where only an organization without responses has come', () => {
    const first = final(undefined, answering(9, 9, 9));
    const released = first.kind === 'release' ? first.released : undefined;
    expect(final(released, answering(9, 9, 9, 0))).toEqual({ kind: 'unchanged' });
  });

  it('keeps the earlier counts of an item whose own difference gives someone away', () => {
    const before = ['a', 'b', 'c'].map((id) => tallyOf(id, [[20], [20]]));
    const after = ['a', 'b', 'c'].map((id) => tallyOf(id, [[30], [21]]));
    const decision = final(interim(before, 2), after, 2);
    expect(decision).toMatchObject({ leavesOutLateAnswers: true, released: { held: [1] } });
    const counts = decision.kind === 'release' && decision.released.organizations[0]?.counts;
    expect(counts).toEqual([[30], [20]]);
  });

  it('does not follow an organization that was set aside after the release', () => {
    const first = final(undefined, answering(20, 20, 20, 20));
    const released = first.kind === 'release' ? first.released : undefined;
    expect(final(released, answering(20, 20, 20))).toEqual({ kind: 'unchanged' });
  });
});
