import { decideFinal } from '../../core/release/decide-final.ts';
import { decideInterim } from '../../core/release/decide-interim.ts';
import { planRelease } from '../../core/release/plan-release.ts';
import { type ReleaseRules, releaseRules } from '../../core/release/release-rules.ts';
import type { Checkpoint } from '../../schemas/checkpoint.ts';
import {
  type PublishedFact,
  type PublishedSnapshot,
  publishedFacts,
  type RunOf,
} from './published-fact.ts';
import type { Random } from './random.ts';
import {
  type Answers,
  countWorld,
  randomWorld,
  standing,
  type Wishes,
  type World,
} from './world.ts';
import { arriveFromThree, arriveInRegion, edit, happen } from './world-events.ts';

/** A way to switch a rule off. */
export type Variant = {
  readonly rules?: (rules: ReleaseRules) => ReleaseRules;
  /** What an interim roll-up makes of the rules. */
  readonly interimRules?: (rules: ReleaseRules) => ReleaseRules;
  /** What the next run reads of a released checkpoint. */
  readonly remember?: (released: Checkpoint, world: World) => Checkpoint;
  /** Whether estimates are published unrounded. */
  readonly unrounded?: boolean;
  /** What the polls are to be like that are attacked. */
  readonly wishes?: Wishes;
};

/** A history as it was played: what was published, and what nobody should be able to tell. */
export type Played = {
  readonly world: World;
  readonly snapshots: readonly PublishedSnapshot[];
  readonly facts: readonly PublishedFact[];
  /** `states[run][person]`: the answers that counted at a roll-up. */
  readonly states: readonly (readonly (Answers | null)[])[];
  readonly unrounded: boolean;
};

const SEALED = '2026-06-01';
const FROZEN = '2026-05-01';

/** Plays a random history of one poll through the rules. */
export function playHistory(random: Random, variant: Variant = {}): Played {
  const world = randomWorld(random, variant.wishes);
  const table = rollUps(world, variant);
  const steps = 2 + random.below(9);
  for (let step = 0; step < steps; step += 1) {
    happen(world, random);
    if (random.chance(0.8)) table.interim();
  }
  table.final();
  const wishes = variant.wishes ?? {};
  if (wishes.reopened) reopen(world, random, table, wishes);
  else while (random.chance(0.5)) reopen(world, random, table, wishes);
  return table.played();
}

/** A poll is reopened: an edit, more responses or an organization less, and another final. */
function reopen(
  world: World,
  random: Random,
  table: RollUps,
  { setsAside = false, lateFromThree = false }: Wishes,
): void {
  if (lateFromThree) {
    arriveFromThree(world, random);
    table.final();
    return;
  }
  if (setsAside || random.chance(0.3)) setAside(world, random);
  if (random.chance(0.7)) edit(world, random);
  if (random.chance(0.5)) happen(world, random);
  if (random.chance(0.5)) arriveInRegion(world, random);
  if (random.chance(0.3)) table.interim();
  table.final();
}

function setAside({ organizations }: World, random: Random): void {
  const organization = organizations[random.below(organizations.length)];
  if (organization) organization.setAside = true;
}

/** The definition of a random poll. */
export const definitionOf = ({ items, levels, attributes, minRespondents }: World['shape']) => ({
  levels,
  categories: [
    { id: 'all', items: Array.from({ length: items }, (_, item) => ({ id: `item-${item}` })) },
  ],
  minRespondents,
  minOrganizations: 3,
  publishedAttributes: [...attributes],
});

type RollUps = ReturnType<typeof rollUps>;

/** The roll-ups of one poll, and the record of what they published. */
function rollUps(world: World, variant: Variant) {
  const { items } = world.shape;
  const definition = definitionOf(world.shape);
  const rules = variant.rules?.(releaseRules(definition)) ?? releaseRules(definition);
  const snapshots: PublishedSnapshot[] = [];
  const facts: PublishedFact[] = [];
  const states: (readonly (Answers | null)[])[] = [];
  const runs = new WeakMap<readonly number[], number>();
  let released: Checkpoint | undefined;
  let candidate: Checkpoint | undefined;

  const register = ({ organizations, held }: Checkpoint) => {
    for (const { counts, responses } of organizations) {
      counts.forEach((levels, item) => {
        const isNew = responses > 0 && !held.includes(item) && !runs.has(levels);
        if (isNew) runs.set(levels, states.length - 1);
      });
    }
  };
  const publish = (checkpoint: Checkpoint) => {
    const snapshot = {
      number: snapshots.length,
      plan: planRelease(definition, checkpoint, rules),
      checkpoint,
    };
    snapshots.push(snapshot);
    facts.push(
      ...publishedFacts(snapshot, rules, items, runsOf(checkpoint, items, runs, states.length - 1)),
    );
    released = checkpoint;
  };
  const before = () => released && (variant.remember?.(released, world) ?? released);
  return {
    interim: () => {
      states.push(standing(world));
      const now = countWorld(world, FROZEN);
      const interimRules = variant.interimRules?.(rules) ?? rules;
      const decision = decideInterim({
        released: before(),
        candidate,
        now,
        items,
        rules: interimRules,
      });
      if (decision.kind === 'wait') return;
      register(decision.candidate);
      candidate = decision.candidate;
      if (decision.kind === 'release') publish(decision.released);
    },
    final: () => {
      states.push(standing(world));
      const sealed = countWorld(world, SEALED);
      const decision = decideFinal({ released: before(), sealed, items, rules });
      if (decision.kind !== 'release') return;
      if (decision.released.day === SEALED) register(decision.released);
      publish(decision.released);
    },
    played: (): Played => ({
      world,
      snapshots,
      facts,
      states,
      unrounded: variant.unrounded ?? false,
    }),
  };
}

/** Counts are handed on as they are, so whose they are tells of which run they are. */
function runsOf(
  { held }: Checkpoint,
  items: number,
  runs: WeakMap<readonly number[], number>,
  current: number,
): RunOf {
  return ({ counts }, item) => {
    const fresh = counts.findIndex((_, index) => !held.includes(index));
    if (item === items && fresh < 0) return current;
    const levels = counts[item === items ? fresh : item];
    return levels ? (runs.get(levels) ?? null) : null;
  };
}
