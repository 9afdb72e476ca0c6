import { changeOf } from '../../core/release/change-of.ts';
import type { Played } from './play-history.ts';
import type { PublishedFact } from './published-fact.ts';
import { tallyAt } from './tally-at.ts';

/** A figure, or a step between two, that says little else than what one organization said. */
export type DominanceFinding = {
  readonly kind: 'dominance';
  readonly item: number;
  readonly organization: string;
  readonly percent: number;
};

type Amounts = ReadonlyMap<string, number>;

/**
 * Searches what is published by itself (in each voice), what a snapshot adds to the one before,
 * and what is left of statewide without one group, for organizations with more than 80 % of it.
 */
export function attackByDominance(played: Played): DominanceFinding | null {
  for (const fact of played.facts) {
    const looked = [shares(played, fact), ...differences(played, fact)];
    for (const amounts of looked) {
      const found = dominant(amounts);
      if (found) return { kind: 'dominance', item: fact.item, ...found };
    }
  }
  return null;
}

function dominant(amounts: Amounts): { organization: string; percent: number } | null {
  const total = [...amounts.values()].reduce((sum, one) => sum + one, 0);
  for (const [organization, amount] of amounts) {
    if (total > 0 && amount * 100 > 80 * total * (1 + 1e-9)) {
      return { organization, percent: (amount / total) * 100 };
    }
  }
  return null;
}

const shares = (played: Played, fact: PublishedFact): Amounts =>
  new Map(
    [...fact.parts].map(([organization, { weight }]) => [
      organization,
      Number(weight) * tallyOf(played, fact, organization).answers,
    ]),
  );

function* differences(played: Played, fact: PublishedFact): Generator<Amounts> {
  if (fact.voice !== 'respondent') return;
  const same = played.facts.filter((one) => one.item === fact.item && one.voice === fact.voice);
  if (fact.group !== '=') {
    const statewide = same.find((one) => one.snapshot === fact.snapshot && one.group === '=');
    if (statewide) {
      const rest = [...shares(played, statewide)].filter(([id]) => !fact.parts.has(id));
      yield new Map(rest);
    }
    return;
  }
  const earlier = same.findLast((one) => one.group === '=' && one.snapshot < fact.snapshot);
  if (earlier) yield changes(played, earlier, fact);
}

const changes = (played: Played, before: PublishedFact, after: PublishedFact): Amounts =>
  new Map(
    [...new Set([...before.parts.keys(), ...after.parts.keys()])].map((organization) => {
      const from = tallyOf(played, before, organization);
      const to = tallyOf(played, after, organization);
      return [organization, changeOf(from, to, 0).changed];
    }),
  );

/** An organization's counts in a fact, as a tally of that one item. */
function tallyOf(played: Played, fact: PublishedFact, organization: string) {
  const part = fact.parts.get(organization);
  const counts = part ? tallyAt(played)(organization, part.run, fact.item) : [];
  const answers = counts.reduce((sum, one) => sum + one, 0);
  return { organization, responses: answers, counts: [[...counts]], answers };
}
