import { sweepTallies } from '../../../functions/sweep-tallies/sweep-tallies.ts';
import { CLOSES_AT, countingDeps } from '../counting-world.ts';
import { createHistory, type History } from './happenings.ts';
import { type Random, seededRandom } from './random.ts';
import { talliesAbout, truthAbout } from './truth.ts';

/** How one history went. */
export type HistoryReport = {
  readonly faults: readonly string[];
  readonly steps: number;
  readonly deaths: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly setAside: number;
  readonly drifts: number;
};

const AFTER_GRACE_MS = 61_000;
const HOUR_MS = 3_600_000;
const FIRST_EXPIRY_MS = Date.parse('2027-05-02T00:00:00.000Z');

const falseTallies = (
  { world, names }: History,
  except: ReadonlySet<string> = new Set(),
): readonly string[] =>
  names
    .filter((name) => !except.has(name))
    .flatMap((name) => {
      const [found, truth] = [talliesAbout(world, name), truthAbout(world, name)];
      return found === truth
        ? []
        : [`${name}: the tallies say "${found}", the truth is "${truth}"`];
    });

const driftsIn = ({ world }: History) =>
  world.events.flatMap((event) => (event.name === 'DriftRepaired' ? [event.detail] : []));

/** Drift was reported of an organization of which no record was lost. */
const falseAlarms = (history: History): readonly string[] =>
  driftsIn(history)
    .flatMap(({ organizations }) => organizations)
    .filter((name) => !history.lostFor.has(name))
    .map((name) => `${name}: drift was reported, but nothing was lost`);

/** Everything came, or was lost and found by the sweep: the tallies are the truth. */
const endBySweep = async (history: History): Promise<readonly string[]> => {
  await history.run();
  const before = falseTallies(history, history.outdated);
  const lists = history.count.setAside;
  history.sweeps.push({ kind: 'check' });
  await history.run();
  // A list that changes now has everything counted anew, which is no drift, but repairs it, too.
  const isCountedAnew = history.count.setAside > lists;
  const silent = before.length > 0 && driftsIn(history).length === 0 && !isCountedAnew;
  return [
    ...(history.lossy ? [] : before),
    ...(silent ? ['drift was repaired in silence'] : []),
    ...falseTallies(history),
    ...falseAlarms(history),
  ];
};

/** Retention deletes responses, which the stream tells, and perhaps tallies. */
const expire = (
  { world, names, change }: History,
  random: Random,
  { tallies }: { readonly tallies: boolean },
): void => {
  for (const name of names) {
    const responses = world.responses.get(`p#${name}`);
    for (const id of [...(responses?.keys() ?? [])].filter(() => random.chance(0.5))) {
      responses?.delete(id);
      change(name, id);
    }
  }
  for (const key of [...world.tallies.keys()].filter(() => tallies && random.chance(0.2))) {
    world.tallies.delete(key);
  }
};

/**
 * The poll ends while records and sweeps are still under way: its tallies are sealed, are the
 * truth, and stay as they are.
 */
const endBySeal = async (history: History, random: Random): Promise<readonly string[]> => {
  const { world, sweeps } = history;
  await history.run(history.busy);
  world.now = new Date(Date.parse(CLOSES_AT) + AFTER_GRACE_MS);
  sweeps.push({ kind: 'seal', poll: 'p' }, { kind: 'seal-due' });
  await history.run();
  const sealed = world.seals.has('p') && [...world.tallies.values()].every((tally) => tally.sealed);
  const faults = [...(sealed ? [] : ['not everything is sealed']), ...falseTallies(history)];
  expire(history, random, { tallies: true });
  const before = JSON.stringify([...world.tallies]);
  await history.run();
  const changed = JSON.stringify([...world.tallies]) !== before;
  return [...faults, ...(changed ? ['what expired changed a sealed tally'] : [])];
};

/**
 * The poll ends and nobody seals it before retention begins to delete: what was counted stays as
 * it is, whatever is delivered, swept or asked for then, and nothing is sealed.
 */
const endUnsealed = async (history: History, random: Random): Promise<readonly string[]> => {
  const { world, sweeps } = history;
  await history.run();
  world.now = new Date(FIRST_EXPIRY_MS - random.int(2) * HOUR_MS);
  const before = JSON.stringify([...world.tallies]);
  expire(history, random, { tallies: false });
  sweeps.push({ kind: 'check' }, { kind: 'recount' });
  sweeps.push({ kind: 'recount-organization', poll: 'p', organization: 'a' });
  await history.run();
  await sweepTallies(countingDeps(world), { kind: 'seal-due' });
  const told = world.codes.at(-1) === 'seal.expired';
  const changed = JSON.stringify([...world.tallies]) !== before;
  return [
    ...(changed ? ['what expired before the seal changed a tally'] : []),
    ...(told ? [] : ['a seal that came too late was not told']),
    ...(world.seals.size > 0 ? ['a poll was sealed although responses had expired'] : []),
  ];
};

/** How histories end, what is likelier several times. */
const ENDINGS = [endBySweep, endBySweep, endBySweep, endBySeal, endUnsealed];

/** Makes up a history from a seed, lets it happen, and looks whether the tallies are the truth. */
export const runHistory = async (seed: number): Promise<HistoryReport> => {
  const random = seededRandom(seed);
  const history = createHistory(random);
  for (let checks = random.int(3); checks > 0; checks -= 1) history.sweeps.push({ kind: 'check' });
  if (random.chance(0.2)) history.sweeps.push({ kind: 'recount' });
  const ending = random.pick(ENDINGS);
  const faults = await ending(history, random);
  return { faults, ...history.count, drifts: driftsIn(history).length };
};
