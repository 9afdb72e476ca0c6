import type { Voice } from '../../schemas/poll.ts';
import { answersOf } from './answers-of.ts';
import type { FormedUnit } from './form-units.ts';
import { sum } from './sum.ts';

/**
 * What each organization of some units carries of a voice's estimate of an item: its unit's
 * weight, shared out by answers. These are the shares that nobody may have too much of.
 *
 * @returns one number an organization, the units' members one after the other
 */
export const voiceWeights = (
  units: readonly FormedUnit[],
  item: number,
  voice: Voice,
): readonly number[] =>
  units.flatMap((unit) => {
    const answers = unit.members.map((member) => answersOf(member, item));
    const all = sum(answers);
    return answers.map((own) => (all === 0 ? 0 : (weightOf(unit, all, voice) * own) / all));
  });

/** A unit's weight in a voice's estimate of an item to which it has so many answers. */
export function weightOf(unit: FormedUnit, answers: number, voice: Voice): number {
  if (voice === 'respondent') return answers;
  return voice === 'organization' ? unit.organizations : (unit.peopleServed ?? 0);
}
