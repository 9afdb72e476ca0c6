import { describe, expect, it } from 'vitest';
import type { CountedOrganization } from '../../../core/release/answers-of.ts';
import { decideFinal } from '../../../core/release/decide-final.ts';
import { decideInterim } from '../../../core/release/decide-interim.ts';
import { planRelease, type ReleasePlan } from '../../../core/release/plan-release.ts';
import { releaseRules } from '../../../core/release/release-rules.ts';
import type { Checkpoint } from '../../../schemas/checkpoint.ts';
import { countedPoll, definitionOf, tallyOf } from './release-factories.ts';

type Known = Parameters<typeof countedPoll>[1];

const finalOf = (
  tallies: readonly CountedOrganization[],
  {
    attributes = [],
    known = {},
    released,
  }: { attributes?: readonly string[]; known?: Known; released?: Checkpoint } = {},
) => {
  const items = tallies[0]?.counts.length ?? 0;
  const definition = definitionOf(items, attributes);
  const rules = releaseRules(definition);
  const sealed = countedPoll(tallies, known, '2026-06-01');
  const decision = decideFinal({ released, sealed, items, rules });
  if (decision.kind !== 'release') throw new Error(decision.kind);
  return { checkpoint: decision.released, plan: planRelease(definition, decision.released) };
};
/** Organizations of unlike sizes and unlike answers, `o10`, `o11`, ... */
const organizations = (count: number, items: readonly number[] = [1]): CountedOrganization[] =>
  Array.from({ length: count }, (_, index) =>
    tallyOf(
      `o${index + 10}`,
      items.map((share) => [
        Math.round(share * (20 + index)),
        Math.round(share * (3 + 3 * ((index * 7) % 12))),
      ]),
    ),
  );
const everywhere = (region: (index: number) => string, count: number): Known =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `o${index + 10}`,
      { attributes: { region: region(index) }, peopleServed: 100 + ((index * 37) % 60) },
    ]),
  );
const breakdownOf = (plan: ReleasePlan) => {
  const [breakdown] = plan.breakdowns;
  if (breakdown?.kind !== 'shown') throw new Error('withheld');
  return breakdown.groups;
};

const interimOf = (count: number) => {
  const definition = definitionOf(1, ['region']);
  const now = countedPoll(
    organizations(count),
    everywhere(() => 'north', count),
  );
  const input = { now, items: 1, rules: releaseRules(definition) };
  const first = decideInterim(input);
  const second =
    first.kind === 'freeze' ? decideInterim({ ...input, candidate: first.candidate }) : first;
  if (second.kind !== 'release') throw new Error(second.kind);
  return planRelease(definition, second.released);
};

describe('the plan of an interim release', () => {
  it("is statewide, in the respondents' voice, with errors where units are enough", () => {
    const plan = interimOf(30);
    expect(plan).toMatchObject({ kind: 'interim', breakdowns: [] });
    expect(plan.statewide).toMatchObject({ voices: ['respondent'], uncertainty: true });
    expect(plan.statewide.units).toHaveLength(30);
    expect([...plan.statewide.withoutError]).toEqual([]);
  });

  it('has no errors that would leave too little open beside those of the final release', () => {
    const { plan } = finalOf(organizations(12));
    expect([...plan.statewide.withoutError]).toEqual([]);
    expect([...interimOf(12).statewide.withoutError]).toEqual(['item-0']);
  });
});

describe('the plan of a final release', () => {
  it('has all voices and errors from ten units on', () => {
    const { plan } = finalOf(organizations(10), { known: everywhere(() => 'north', 10) });
    expect(plan.statewide).toMatchObject({
      voices: ['respondent', 'organization', 'population'],
      uncertainty: true,
      organizations: 10,
      organizationsAsked: 10,
    });
    expect([...plan.statewide.withoutError]).toEqual([]);
  });

  it("has the respondents' voice alone, without errors, of fewer units", () => {
    const { plan } = finalOf(organizations(9));
    expect(plan.statewide).toMatchObject({ voices: ['respondent'], uncertainty: false });
  });

  it("has no population's voice where an organization does not say how many it serves", () => {
    const { plan } = finalOf(organizations(10));
    expect(plan.statewide.voices).toEqual(['respondent', 'organization']);
  });

  it('withholds an item that fails, with the reason', () => {
    const { plan } = finalOf(organizations(3, [1, 0.1]));
    expect([...(plan.statewide.withheld.respondent ?? [])]).toEqual([
      ['item-1', 'too-few-answers'],
    ]);
  });

  it('does not withhold an item that nobody answered', () => {
    const { plan } = finalOf(organizations(3, [1, 0]));
    expect(plan.statewide.withheld.respondent?.size).toBe(0);
  });

  it('withholds an item of a voice in which one organization has more than 80 % of the weight', () => {
    const known = {
      ...everywhere(() => 'north', 24),
      o10: { attributes: {}, peopleServed: 90_000 },
    };
    const { plan } = finalOf(organizations(24), { known });
    expect(plan.statewide.withheld.population?.get('item-0')).toBe('dominant-organization');
    expect(plan.statewide.withheld.organization?.size).toBe(0);
  });

  it('withholds an item of a voice whose difference from the counts is that of two', () => {
    const alike = Array.from({ length: 12 }, (_, index) =>
      tallyOf(`o${index + 10}`, [[index < 10 ? 20 : 30 + index, 0]]),
    );
    const { plan } = finalOf(alike);
    expect(plan.statewide.withheld.organization?.get('item-0')).toBe('too-few-organizations');
    expect(plan.statewide.withheld.respondent?.size).toBe(0);
  });

  it('shows neither an error nor another voice that would tell where one person stands', () => {
    const one = organizations(24).map(({ organization }, index) =>
      tallyOf(organization, [[index === 7 ? 1 : 0, 20 + index]]),
    );
    const { plan } = finalOf(one, { known: everywhere(() => 'north', 24) });
    expect([...plan.statewide.withoutError]).toEqual(['item-0']);
    expect(plan.statewide.withheld.organization?.get('item-0')).toBe('could-be-worked-out');
    expect(plan.statewide.withheld.population?.get('item-0')).toBe('could-be-worked-out');
    expect(plan.statewide.withheld.respondent?.size).toBe(0);
  });

  it('shows the error of a whole, but not of its parts, where the parts leave too little open', () => {
    const known = everywhere((index) => (index < 12 ? 'north' : 'south'), 24);
    const { plan } = finalOf(
      organizations(24).map((tally, index) =>
        index < 12 ? tally : tallyOf(tally.organization, [[index === 20 ? 1 : 0, 20 + index]]),
      ),
      { attributes: ['region'], known },
    );
    expect([...plan.statewide.withoutError]).toEqual([]);
    for (const group of breakdownOf(plan)) {
      expect([...group.withoutError]).toEqual(['item-0']);
    }
  });

  it('shows no other voice, statewide alone, that would tell too much beside the errors of groups', () => {
    const known = everywhere((index) => (index < 12 ? 'north' : 'south'), 24);
    const spread = Array.from({ length: 24 }, (_, index) =>
      tallyOf(`o${index + 10}`, [[(index * 7) % 10, 20 + index]]),
    );
    const { plan } = finalOf(spread, { attributes: ['region'], known });
    for (const group of [plan.statewide, ...breakdownOf(plan)]) {
      expect([...group.withoutError]).toEqual([]);
      expect(group.withheld.organization?.get('item-0')).toBe('could-be-worked-out');
    }
    const whole = finalOf(spread, { known });
    expect(whole.plan.statewide.withheld.organization?.size).toBe(0);
  });

  it('gives no error to an item that too few units answered', () => {
    const some = organizations(12, [1, 1]).map((tally, index) =>
      index < 5 ? tally : tallyOf(tally.organization, [tally.counts[0] ?? [], [0, 0]]),
    );
    const { plan } = finalOf(some);
    expect([...plan.statewide.withoutError]).toEqual(['item-1']);
    expect(plan.statewide.withheld.organization?.get('item-1')).toBe('too-few-organizations');
    expect(plan.statewide.withheld.respondent?.size).toBe(0);
  });
});

describe('breakdowns', () => {
  const attributes = ['region'];

  it('have a group for each value, over the same units as statewide', () => {
    const known = everywhere((index) => (index % 2 === 0 ? 'north' : 'south'), 8);
    const { plan } = finalOf(organizations(8), { attributes, known });
    const groups = breakdownOf(plan);
    expect(groups.map(({ value }) => value)).toEqual(['north', 'south']);
    const ids = groups.flatMap(({ units }) => units.map(({ id }) => id)).sort();
    expect(ids).toEqual(plan.statewide.units.map(({ id }) => id).sort());
    expect(groups.every(({ voices }) => voices.length === 1)).toBe(true);
  });

  it('put mixed atoms last, under no value', () => {
    const known = everywhere(
      (index) => (index < 4 ? 'west' : (['east', 'north'][index % 2] ?? '')),
      8,
    );
    const few = { ...known, o16: { attributes: { region: 'far' } }, o17: { attributes: {} } };
    const { plan } = finalOf(organizations(8), { attributes, known: few });
    expect(
      breakdownOf(plan).map(({ value, organizationsAsked }) => [value, organizationsAsked]),
    ).toEqual([
      ['west', 4],
      [null, 4],
    ]);
  });

  it('are withheld where fewer than two groups can be formed', () => {
    const { plan } = finalOf(organizations(8), { attributes, known: everywhere(() => 'north', 8) });
    expect(plan.breakdowns).toEqual([
      { kind: 'withheld', attribute: 'region', reason: 'fewer-than-two-groups' },
    ]);
  });

  it('withhold of every group an item that fails in any atom', () => {
    const known = everywhere((index) => (index < 4 ? 'north' : 'south'), 8);
    const rare = organizations(8, [1, 1]).map((tally, index) =>
      tallyOf(
        tally.organization,
        [tally.counts[0] ?? [], index < 3 ? [5, 0] : index === 4 ? [2, 0] : [0, 0]],
        0,
      ),
    );
    const { plan } = finalOf(rare, { attributes, known });
    expect(plan.statewide.withheld.respondent?.has('item-1')).toBe(false);
    for (const group of breakdownOf(plan)) {
      expect(group.withheld.respondent?.get('item-1')).toBe('too-few-without-largest');
    }
  });

  it('merge regions whose answers give someone away', () => {
    const known = everywhere((index) => ['north', 'south', 'west'][index % 3] ?? '', 9);
    const small = organizations(9).map((tally, index) =>
      index % 3 === 2 ? tallyOf(tally.organization, [[1, 0]]) : tally,
    );
    const { plan } = finalOf(small, { attributes, known });
    const groups = breakdownOf(plan);
    expect(groups.map(({ value }) => value)).toHaveLength(2);
    expect(groups.at(-1)?.value).toBeNull();
  });

  it('show an item that is held back in no group', () => {
    const known = everywhere((index) => (index < 4 ? 'north' : 'south'), 8);
    const first = finalOf(organizations(8, [1, 1]), { attributes, known });
    const grown = organizations(8, [1, 1]).map((tally, index) =>
      tallyOf(tally.organization, [
        [40 + index, 20],
        [(tally.counts[1]?.[0] ?? 0) + (index === 0 ? 1 : 0), tally.counts[1]?.[1] ?? 0],
      ]),
    );
    const { plan, checkpoint } = finalOf(grown, { attributes, known, released: first.checkpoint });
    expect(checkpoint.held).toEqual([1]);
    expect(breakdownOf(plan)[0]?.withheld.respondent?.get('item-1')).toBe('too-small-a-difference');
    expect(plan.statewide.withheld.respondent?.has('item-1')).toBe(false);
  });
});

describe('a later final release', () => {
  it('shows the other voices only where enough units changed', () => {
    const known = everywhere(() => 'north', 24);
    const first = finalOf(organizations(24), { known });
    const grow = (some: number) =>
      organizations(24).map((tally, index) =>
        index < some
          ? tallyOf(tally.organization, [[40 + 2 * index, 9 + 3 * ((index * 5) % 12)]])
          : tally,
      );
    const few = finalOf(grow(5), { known, released: first.checkpoint });
    expect(few.plan.statewide.withheld.organization?.get('item-0')).toBe('too-small-a-difference');
    const many = finalOf(grow(24), { known, released: first.checkpoint });
    expect(many.plan.statewide.withheld.organization?.size).toBe(0);
  });
});
