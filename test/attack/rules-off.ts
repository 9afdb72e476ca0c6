import type { ReleaseRules, Thresholds } from '../../core/release/release-rules.ts';
import type { Checkpoint, CheckpointOrganization } from '../../schemas/checkpoint.ts';
import type { Finding } from './attack.ts';
import type { Variant } from './play-history.ts';
import type { World } from './world.ts';

/** A rule, how to do without it, and what its own kind of finding is. */
export type RuleOff = {
  readonly rule: string;
  readonly variant: Variant;
  readonly isItsOwn: (finding: Finding) => boolean;
};

const OFF: Thresholds = {
  minAnswers: 1,
  minOrganizations: 1,
  largestPercent: 100,
  minWithoutLargest: 0,
};

const FEWEST_UNITS = 10;

/**
 * Rules that ask of a figure to leave so few bits open: as many of a metric, four times as many of
 * all voices, as the real ones do.
 */
const leavingOpen =
  (bits: number) =>
  (rules: ReleaseRules): ReleaseRules => ({
    ...rules,
    errors: { bitsOfMetric: bits, margin: 0, bitsOfSet: 0 },
    otherVoices: { bitsOfMetric: 4 * bits, margin: 0, bitsOfSet: 0 },
  });

/** Rules that ask of no figure to leave anything open. */
const openly = leavingOpen(0);

/** Rules that show errors of three units: the fewer there are, the fewer ways there are to try. */
const ofThreeUnits = (rules: ReleaseRules): ReleaseRules => ({ ...rules, minUnits: 3 });

const lessened =
  (less: Partial<Thresholds>) =>
  (rules: ReleaseRules): ReleaseRules => ({
    ...rules,
    group: { ...rules.group, ...less },
    difference: { ...rules.difference, ...less },
    voice: { ...rules.voice, ...less },
    atom: { ...rules.atom, ...less },
    atomDifference: { ...rules.atomDifference, ...less },
  });

const without =
  (...names: readonly ('group' | 'difference' | 'voice' | 'atom' | 'atomDifference')[]) =>
  (rules: ReleaseRules): ReleaseRules => ({
    ...rules,
    ...Object.fromEntries(names.map((name) => [name, OFF])),
  });

const edited =
  (edit: (one: CheckpointOrganization, world: World) => CheckpointOrganization) =>
  (released: Checkpoint, world: World): Checkpoint => ({
    ...asFirst(released),
    organizations: released.organizations.map((one) => edit(one, world)),
  });

/** A release as if no final one had been: nothing is compared with the other voices' figures. */
const asFirst = (released: Checkpoint): Checkpoint => ({
  ...released,
  kind: 'interim',
  finals: 0,
});

const forgetAtom = ({ atom: _atom, ...one }: CheckpointOrganization): CheckpointOrganization => one;

const known = ({ organizations }: World, id: string) => organizations.find((one) => one.id === id);

const currentWeight = (one: CheckpointOrganization, world: World): CheckpointOrganization => {
  const { peopleServed: _frozen, ...rest } = one;
  const peopleServed = known(world, one.organization)?.peopleServed;
  return peopleServed === undefined ? rest : { ...rest, peopleServed };
};

const currentAttributes = (one: CheckpointOrganization, world: World): CheckpointOrganization =>
  forgetAtom({ ...one, attributes: known(world, one.organization)?.attributes ?? {} });

const isFew = ({ kind }: Finding): boolean => kind === 'few-people' || kind === 'few-organizations';
const is =
  (...kinds: readonly Finding['kind'][]) =>
  ({ kind }: Finding): boolean =>
    kinds.includes(kind);

/** Every rule, each without which the attacker must find something. */
export const rulesOff: readonly RuleOff[] = [
  {
    rule: 'at least k answers',
    variant: { rules: lessened({ minAnswers: 1, minWithoutLargest: 0 }) },
    isItsOwn: is('few-people'),
  },
  {
    rule: 'at least three organizations',
    variant: { rules: lessened({ minOrganizations: 1 }) },
    isItsOwn: is('few-organizations'),
  },
  {
    rule: 'no organization with more than 80 %',
    variant: { rules: lessened({ largestPercent: 100 }), wishes: { sizes: 'dominant' } },
    isItsOwn: is('dominance'),
  },
  {
    rule: 'at least k answers without the largest organization',
    variant: { rules: lessened({ minWithoutLargest: 0 }) },
    isItsOwn: (finding) => finding.kind === 'few-people' && finding.knowing !== null,
  },
  {
    rule: 'the test of a group',
    variant: { rules: without('group'), wishes: { organizations: 'few', attributes: [] } },
    isItsOwn: isFew,
  },
  {
    rule: 'the test of a difference',
    variant: { rules: without('difference') },
    isItsOwn: is('few-people'),
  },
  {
    rule: 'the measure of a difference by what is new',
    variant: { rules: (rules) => ({ ...rules, measuresNewAnswers: false }) },
    isItsOwn: is('few-people'),
  },
  {
    rule: 'the test of an atom',
    variant: { rules: without('atom', 'atomDifference') },
    isItsOwn: isFew,
  },
  {
    rule: 'the test of a difference in each atom of a final release',
    variant: { rules: without('atomDifference'), wishes: { attributes: ['region'] } },
    isItsOwn: isFew,
  },
  {
    rule: 'interim releases atom by atom',
    variant: {
      interimRules: (rules) => ({ ...rules, attributes: [] }),
      remember: (released) => ({
        ...released,
        organizations: released.organizations.map(forgetAtom),
      }),
      wishes: { attributes: ['region'], organizations: 'some', crowded: false, leaning: false },
    },
    isItsOwn: isFew,
  },
  {
    rule: 'units with 0 or at least k answers',
    variant: {
      rules: (rules) => ({ ...rules, minUnitAnswers: 1 }),
      wishes: {
        sizes: 'fringe',
        organizations: 'many',
        crowded: true,
        leaning: false,
        attributes: [],
        nonresponse: 0,
      },
    },
    isItsOwn: is('few-people'),
  },
  {
    rule: 'no errors and no other voices of few organizations',
    variant: { rules: (rules) => openly({ ...rules, minUnits: 1 }) },
    isItsOwn: (finding) => finding.kind === 'enumeration' && finding.units < FEWEST_UNITS,
  },
  {
    rule: 'more ways to spread the answers than errors and other voices exclude',
    variant: { rules: openly, wishes: { organizations: 'many', leaning: true } },
    isItsOwn: (finding) => finding.kind === 'enumeration' && finding.units >= FEWEST_UNITS,
  },
  {
    rule: 'more ways than errors by net and mean exclude, where who agrees leaves them open',
    variant: {
      rules: (rules) => openly(ofThreeUnits(rules)),
      wishes: { attributes: ['region'], leaning: true },
    },
    isItsOwn: (finding) =>
      finding.kind === 'enumeration' && finding.sight === 'group' && finding.grain !== 'agree',
  },
  {
    rule: 'more ways than errors of several groups exclude, where each by itself leaves them open',
    variant: {
      rules: (rules) => leavingOpen(1)(ofThreeUnits(rules)),
      wishes: {
        organizations: 'some',
        attributes: ['region'],
        leaning: false,
        minRespondents: 5,
      },
    },
    isItsOwn: (finding) => finding.kind === 'enumeration' && finding.sight === 'groups',
  },
  {
    rule: 'more ways than errors of two releases exclude, where each by itself leaves them open',
    variant: {
      rules: (rules) => openly(ofThreeUnits(rules)),
      wishes: { attributes: [], leaning: true },
    },
    isItsOwn: (finding) => finding.kind === 'enumeration' && finding.sight === 'releases',
  },
  {
    rule: "the test of a voice's difference from the counts",
    variant: {
      rules: without('voice'),
      wishes: {
        sizes: 'equal',
        organizations: 'many',
        crowded: true,
        leaning: false,
        attributes: [],
        nonresponse: 0,
      },
    },
    isItsOwn: is('few-organizations'),
  },
  {
    rule: "the test of the other voices' difference between two final releases",
    variant: {
      remember: asFirst,
      wishes: {
        sizes: 'equal',
        organizations: 'many',
        crowded: true,
        leaning: false,
        attributes: [],
        nonresponse: 0,
        reopened: true,
        lateFromThree: true,
      },
    },
    isItsOwn: isFew,
  },
  {
    rule: 'frozen weights',
    variant: {
      remember: edited(currentWeight),
      wishes: {
        organizations: 'many',
        crowded: true,
        leaning: false,
        attributes: [],
        reopened: true,
      },
    },
    isItsOwn: is('few-organizations'),
  },
  {
    rule: 'frozen attributes',
    variant: {
      remember: edited(currentAttributes),
      wishes: { attributes: ['region'], reopened: true },
    },
    isItsOwn: isFew,
  },
  {
    rule: 'rounding',
    variant: { unrounded: true, wishes: { organizations: 'many', crowded: true, leaning: false } },
    isItsOwn: is('divisibility'),
  },
];
