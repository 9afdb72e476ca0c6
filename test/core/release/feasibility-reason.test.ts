import { describe, expect, it } from 'vitest';
import { type Atom, atomOf } from '../../../core/release/atom.ts';
import { type FiguresOfItem, feasibilityReason } from '../../../core/release/feasibility-reason.ts';
import type { PublishedGroup } from '../../../core/release/published-groups.ts';
import type { Checkpoint } from '../../../schemas/checkpoint.ts';
import type { Voice } from '../../../schemas/poll.ts';
import { defaultRules, organizationOf, tallyOf } from './release-factories.ts';

const rules = defaultRules(['region']);
const ERROR = rules.errors.bitsOfMetric;
const VOICES = rules.otherVoices.bitsOfMetric;
const MARGIN = rules.errors.margin;

type Told = {
  readonly kind?: Checkpoint['kind'];
  readonly releases?: number;
  readonly finals?: number;
  /** In how many regions organizations are, and how many in each. */
  readonly regions?: number;
  readonly inEach?: number;
  /** How many atoms are left of the regions. */
  readonly atoms?: number;
};

/** A release of regions, each an atom and a group unless they have been merged. */
function regionsOf({
  kind = 'final',
  releases = 1,
  finals = 1,
  regions = 1,
  inEach = 10,
  ...told
}: Told) {
  const organizations = Array.from({ length: inEach * regions }, (_, index) =>
    organizationOf(tallyOf(`o${10 + index}`, [[11, 11]]), { region: `r${index % regions}` }),
  );
  const many = told.atoms ?? regions;
  const atoms = Array.from({ length: many }, (_, at) =>
    atomOf(
      `a${at}`,
      organizations.filter((_, index) => (index % regions) % many === at),
      ['region'],
    ),
  );
  const groupOf = (value: string | null, some: readonly Atom[]): PublishedGroup => ({
    attribute: value === null ? null : 'region',
    value,
    atoms: some,
  });
  const statewide = groupOf(null, atoms);
  const groups = [statewide, ...atoms.map((atom, at) => groupOf(`r${at}`, [atom]))];
  const checkpoint: Checkpoint = {
    version: 1,
    poll: 'spring',
    day: '2026-06-01',
    kind,
    shown: [0],
    undivided: [],
    held: [],
    unweighed: [],
    releases,
    finals,
    organizations,
  };
  return { atoms, statewide, groups: many > 1 ? groups : [statewide], checkpoint };
}

/** The reason against an item of which so many bits are open, atom by atom. */
const reasonOf = (
  { atoms, checkpoint }: ReturnType<typeof regionsOf>,
  figures: Omit<FiguresOfItem, 'item'>,
  open: (atom: number) => number,
) => {
  const openings = (atom: Atom) => {
    const bits = open(atoms.indexOf(atom));
    return {
      agree: [{ all: 20, first: 10, bits, withoutOne: bits }],
      net: [],
      mean: [],
      sets: [],
    };
  };
  return feasibilityReason({ rules, openings, checkpoint }, { item: 0, ...figures });
};

/** The least that must be open of an item, in bits, the same in each atom. */
function leastOpen(
  poll: ReturnType<typeof regionsOf>,
  groups: readonly PublishedGroup[],
  voice: Voice,
  withError: readonly PublishedGroup[] = groups,
): number {
  const many = poll.atoms.length;
  let each = 0;
  while (reasonOf(poll, { groups, voice, withError }, () => each) !== null) each += 1;
  return many * each;
}

describe('what must be open of an item', () => {
  it('is what its figures say and the margin, in the first release', () => {
    const poll = regionsOf({});
    expect(leastOpen(poll, poll.groups, 'respondent')).toBe(ERROR + MARGIN);
    expect(leastOpen(poll, poll.groups, 'organization')).toBe(VOICES + MARGIN);
  });

  it('adds up what several groups say', () => {
    const poll = regionsOf({ regions: 2 });
    expect(leastOpen(poll, poll.groups, 'population')).toBe(3 * VOICES + MARGIN);
  });

  it('is, in each group by itself, what that group says', () => {
    const poll = regionsOf({ regions: 2 });
    const figures = { groups: poll.groups, voice: 'respondent', withError: [] } as const;
    const little = ERROR + MARGIN;
    const open = (least: number) => (atom: number) => (atom === 0 ? 10 * VOICES : least);
    expect(reasonOf(poll, figures, open(little))).toBeNull();
    expect(reasonOf(poll, figures, open(little - 1))).toBe('could-be-worked-out');
  });

  it("counts, of another voice that is statewide alone, the groups' errors", () => {
    const poll = regionsOf({ regions: 2 });
    const alone = [poll.statewide];
    expect(leastOpen(poll, alone, 'organization', alone)).toBe(VOICES + MARGIN);
    expect(leastOpen(poll, alone, 'organization', poll.groups)).toBe(VOICES + 2 * ERROR + MARGIN);
    expect(leastOpen(poll, alone, 'organization', [])).toBe(VOICES + MARGIN);
  });

  it('holds in reserve, for an interim release, a final one with every voice', () => {
    const poll = regionsOf({ kind: 'interim', finals: 0 });
    expect(leastOpen(poll, poll.groups, 'respondent')).toBe(ERROR + VOICES + MARGIN);
  });

  it('counts what the interim releases before an interim one said', () => {
    const poll = regionsOf({ kind: 'interim', releases: 4, finals: 0 });
    expect(leastOpen(poll, poll.groups, 'respondent')).toBe(4 * ERROR + VOICES + MARGIN);
  });

  it('is not more in a first final release that says no more than was held in reserve', () => {
    const poll = regionsOf({ releases: 4, finals: 1 });
    expect(leastOpen(poll, poll.groups, 'organization')).toBe(VOICES + MARGIN);
  });

  it('counts the interim releases where a first final one says more, in groups', () => {
    const told = { regions: 2, finals: 1 };
    const [first, fourth] = [1, 4].map((releases) => {
      const poll = regionsOf({ ...told, releases });
      const each = leastOpen(poll, poll.groups, 'population');
      return { each, alone: leastOpen(poll, [poll.statewide], 'population', poll.groups) };
    });
    expect(first?.each).toBe(3 * VOICES + MARGIN);
    expect(fourth?.each).toBe(3 * VOICES + 3 * ERROR + MARGIN);
    expect(first?.alone).toBe(VOICES + 2 * ERROR + MARGIN);
    expect(fourth?.alone).toBe(VOICES + 2 * ERROR + 3 * ERROR + MARGIN);
  });

  it('counts the final release and the interim ones before a second final one', () => {
    const poll = regionsOf({ releases: 5, finals: 2 });
    expect(leastOpen(poll, poll.groups, 'respondent')).toBe(ERROR + VOICES + 3 * ERROR + MARGIN);
  });

  it('counts of an earlier final release every group that it can have had', () => {
    const poll = regionsOf({ regions: 4, atoms: 1, releases: 2, finals: 2 });
    const earlier = 5 * VOICES;
    expect(leastOpen(poll, poll.groups, 'respondent')).toBe(ERROR + earlier + MARGIN);
    expect(leastOpen(poll, poll.groups, 'organization')).toBe(VOICES + earlier + MARGIN);
  });

  it.each([
    ['one region, so no breakdown', 1, 40, 1],
    ['two regions and mixed atoms', 2, 40, 4],
    ['groups of at least ten units alone', 4, 5, 3],
  ])('takes for these groups %s', (_, regions, inEach, groups) => {
    const poll = regionsOf({ regions, inEach, atoms: 1, releases: 2, finals: 2 });
    expect(leastOpen(poll, poll.groups, 'respondent')).toBe(ERROR + groups * VOICES + MARGIN);
  });

  it('counts of later final releases every group with an error, and other voices statewide', () => {
    const poll = regionsOf({ regions: 4, atoms: 1, releases: 4, finals: 4 });
    const earlier = 5 * VOICES + 2 * (VOICES + 4 * ERROR);
    expect(leastOpen(poll, poll.groups, 'respondent')).toBe(ERROR + earlier + MARGIN);
  });
});
