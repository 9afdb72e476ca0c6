import type { Played } from './play-history.ts';
import type { PublishedFact } from './published-fact.ts';
import { type RationalSpan, rationalSpan, type Vector } from './rational-span.ts';
import { tallyAt } from './tally-at.ts';

/** A way in: some sums, added and subtracted, that depend on few people or few organizations. */
export type LinearFinding = {
  readonly kind: 'few-people' | 'few-organizations';
  /** The item; the number of items where it is about who took part. */
  readonly item: number;
  /** How many people's answers the combination depends on, the attacker's own left out. */
  readonly people: number;
  readonly organizations: readonly string[];
  /** Whose own answers the attacker needs to know. */
  readonly knowing: string | null;
};

/**
 * People whose answers stand in the same sums in the same way: nothing linear can tell them
 * apart. A combination of sums leaves them out when it is orthogonal to all of their vectors.
 */
export type PeopleClass = {
  readonly vectors: readonly Vector[];
  readonly people: ReadonlyMap<string, number>;
  readonly total: number;
};

/**
 * Searches all linear combinations, over the rational numbers, of everything published in all
 * snapshots for one that depends on 1 to k - 1 people besides those of one organization, or on
 * people of fewer than three organizations. A combination is applied to each level's counts alike,
 * so a person who changed an answer counts as left out only where both answers are.
 */
export function attackLinearly(played: Played): LinearFinding | null {
  const items = played.world.shape.items;
  for (let item = 0; item <= items; item += 1) {
    const finding = attackItem(played, item);
    if (finding) return { ...finding, item };
  }
  return null;
}

export type ItemFinding = Omit<LinearFinding, 'item'>;

function attackItem(played: Played, item: number): ItemFinding | null {
  const classes = peopleClasses(played, item);
  return fewPeople(classes, played.world.shape.minRespondents) ?? fewOrganizations(classes);
}

/** The classes of people by what is published of an item. */
export function peopleClasses(played: Played, item: number): readonly PeopleClass[] {
  const published = played.facts.filter((fact) => fact.item === item);
  const facts = distinct(asFarAsSeen(played, published));
  return facts.length === 0 ? [] : classesOf(played, facts, item);
}

/**
 * Where an organization's counts are what they were in the snapshot before, nothing of it differs
 * for anyone who sees counts, whoever changed places: it counts as unchanged.
 */
function asFarAsSeen(played: Played, facts: readonly PublishedFact[]): readonly PublishedFact[] {
  const tally = tallyAt(played);
  const last = new Map<string, { run: number; counts: string }>();
  return facts.map((fact) => {
    const parts = [...fact.parts].map(([organization, { run, weight }]) => {
      const known = last.get(organization);
      const counts = tally(organization, run, fact.item).join();
      const seen = known?.counts === counts ? known : { run, counts };
      last.set(organization, seen);
      return [organization, { run: seen.run, weight }] as const;
    });
    return { ...fact, parts: new Map(parts) };
  });
}

function distinct(facts: readonly PublishedFact[]): readonly PublishedFact[] {
  const key = ({ parts }: PublishedFact) =>
    [...parts].map(([id, { run, weight }]) => `${id}@${run}*${weight}`).join();
  return [...new Map(facts.map((fact) => [key(fact), fact])).values()];
}

function classesOf(
  { world, states }: Played,
  facts: readonly PublishedFact[],
  item: number,
): readonly PeopleClass[] {
  const classes = new Map<
    string,
    { vectors: Vector[]; people: Map<string, number>; total: number }
  >();
  world.people.forEach(({ organization }, person) => {
    const weights = facts.map(({ parts }) => parts.get(organization)?.weight ?? 0n);
    const levels = facts.map(({ parts }) => {
      const part = parts.get(organization);
      const state = part ? states[part.run]?.[person] : undefined;
      if (!state) return null;
      return item === state.length ? 0 : (state[item] ?? null);
    });
    const present = [...new Set(levels.filter((level) => level !== null))];
    if (present.length === 0) return;
    const key = levels
      .map((level, index) => (level === null ? '' : `${present.indexOf(level)}*${weights[index]}`))
      .join();
    const known = classes.get(key) ?? { vectors: [], people: new Map(), total: 0 };
    if (known.total === 0) {
      known.vectors = present.map((one) =>
        levels.map((level, index) => (level === one ? (weights[index] ?? 0n) : 0n)),
      );
    }
    known.total += 1;
    known.people.set(organization, (known.people.get(organization) ?? 0) + 1);
    classes.set(key, known);
  });
  return [...classes.values()];
}

const spanOf = (classes: readonly PeopleClass[]): RationalSpan => {
  const span = rationalSpan();
  for (const { vectors } of classes) for (const vector of vectors) span.add(vector);
  return span;
};

const outside = (span: RationalSpan, { vectors }: PeopleClass): boolean =>
  vectors.some((vector) => !span.holds(vector));

const others = ({ people, total }: PeopleClass, own: string | null): number =>
  total - (own === null ? 0 : (people.get(own) ?? 0));

/** Searches for 1 to k - 1 people, besides those of one organization that the attacker knows. */
export function fewPeople(classes: readonly PeopleClass[], k: number): ItemFinding | null {
  const sureOf = ({ people, total }: PeopleClass) => total - Math.max(...people.values()) >= k;
  const sure = spanOf(classes.filter(sureOf));
  const doubtful = classes.filter((one) => outside(sure, one));
  if (doubtful.length === 0) return null;
  const owners = [null, ...new Set(classes.flatMap(({ people }) => [...people.keys()]))];
  for (const own of owners) {
    const found = fewPeopleKnowing(classes, k, own);
    if (found) return found;
  }
  return null;
}

function fewPeopleKnowing(
  classes: readonly PeopleClass[],
  k: number,
  own: string | null,
): ItemFinding | null {
  const span = spanOf(classes.filter((one) => others(one, own) >= k));
  const small = classes
    .filter((one) => others(one, own) > 0 && outside(span, one))
    .sort((a, b) => others(b, own) - others(a, own));
  const left = leftOver(span, small, (one) => others(one, own), k);
  if (!left) return null;
  return {
    kind: 'few-people',
    people: left.reduce((sum, one) => sum + others(one, own), 0),
    organizations: organizationsOf(left).filter((id) => id !== own),
    knowing: own,
  };
}

/**
 * Classes of fewer than k people together that a combination depends on while it leaves out all
 * others; null where there are none. Each class in turn is left out or not: leaving it out that
 * are not yet raises the rank, and not leaving it out uses up people, so the search is short.
 */
function leftOver(
  span: RationalSpan,
  classes: readonly PeopleClass[],
  weightOf: (one: PeopleClass) => number,
  budget: number,
): readonly PeopleClass[] | null {
  const undecided = classes.filter((one) => outside(span, one));
  if (undecided.length === 0) return null;
  const total = undecided.reduce((sum, one) => sum + weightOf(one), 0);
  if (total < budget) return undecided;
  const [first, ...rest] = undecided;
  if (!first) return null;
  const without = span.copy();
  for (const vector of first.vectors) without.add(vector);
  const found = leftOver(without, rest, weightOf, budget);
  if (found) return found;
  if (weightOf(first) >= budget) return null;
  return keepOne(span, first, rest, weightOf, budget - weightOf(first));
}

/** The same where one class is among those that the combination depends on. */
function keepOne(
  span: RationalSpan,
  kept: PeopleClass,
  classes: readonly PeopleClass[],
  weightOf: (one: PeopleClass) => number,
  budget: number,
): readonly PeopleClass[] | null {
  if (!outside(span, kept)) return null;
  const undecided = classes.filter((one) => outside(span, one));
  const total = undecided.reduce((sum, one) => sum + weightOf(one), 0);
  if (total < budget) return [kept, ...undecided];
  const [first, ...rest] = undecided;
  if (!first) return [kept];
  const without = span.copy();
  for (const vector of first.vectors) without.add(vector);
  const found = keepOne(without, kept, rest, weightOf, budget);
  if (found) return found;
  if (weightOf(first) >= budget) return null;
  const both = keepOne(span, kept, rest, weightOf, budget - weightOf(first));
  return both ? [...both, first] : null;
}

/** Searches for people of fewer than three organizations. */
export function fewOrganizations(classes: readonly PeopleClass[]): ItemFinding | null {
  const many = spanOf(classes.filter(({ people }) => people.size >= 3));
  const doubtful = classes.filter((one) => one.people.size < 3 && outside(many, one));
  const pairs = new Map<string, readonly string[]>();
  const ids = organizationsOf(classes);
  for (const { people } of doubtful) {
    const within = [...people.keys()];
    for (const id of ids) {
      const pair = [...new Set([...within, id])].sort();
      if (pair.length <= 2) pairs.set(pair.join(), pair);
    }
  }
  for (const pair of pairs.values()) {
    const isWithin = ({ people }: PeopleClass) =>
      [...people.keys()].every((id) => pair.includes(id));
    const rest = spanOf(classes.filter((one) => !isWithin(one)));
    const left = classes.filter((one) => isWithin(one) && outside(rest, one));
    if (left.length === 0) continue;
    return {
      kind: 'few-organizations',
      people: left.reduce((sum, { total }) => sum + total, 0),
      organizations: organizationsOf(left),
      knowing: null,
    };
  }
  return null;
}

const organizationsOf = (classes: readonly PeopleClass[]): readonly string[] =>
  [...new Set(classes.flatMap(({ people }) => [...people.keys()]))].sort();
