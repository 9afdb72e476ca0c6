import type { Voice } from '../../schemas/poll.ts';
import type { Unit } from './ranking-input.ts';
import type { UnitTable } from './unit-table.ts';

/** A population voice was asked for, but a unit does not say how many people it serves. */
export class PeopleServedUnknownError extends Error {
  override readonly name = 'PeopleServedUnknownError';
  constructor(unit: string) {
    super(`the population voice needs peopleServed of every unit; "${unit}" has none`);
  }
}

/**
 * The voice's weight W[o] of each unit for one item: its answers (`respondent`), the number of
 * its organizations (`organization`), the people they serve (`population`); 0 without answers.
 *
 * @throws PeopleServedUnknownError where the population voice lacks a unit's `peopleServed`
 */
export const unitWeights = (table: UnitTable, item: number, voice: Voice): Float64Array =>
  new Float64Array(table.units.length).map((_, index) => {
    const answers = table.answers[item]?.[index] ?? 0;
    const unit = table.units[index];
    return answers === 0 || !unit ? 0 : weightOf(unit, answers, voice);
  });

function weightOf(unit: Unit, answers: number, voice: Voice): number {
  if (voice === 'respondent') return answers;
  if (voice === 'organization') return unit.organizations;
  if (unit.peopleServed === null) throw new PeopleServedUnknownError(unit.id);
  return unit.peopleServed;
}
