import { setImmediate as settled } from 'node:timers/promises';
import { sweepTallies } from '../../../functions/sweep-tallies/sweep-tallies.ts';
import { tallyResponses } from '../../../functions/tally-responses/tally-responses.ts';
import type { SweepRequest } from '../../../schemas/sweep.ts';
import {
  anOrganization,
  countingDeps,
  countingWorld,
  type Gate,
  keep,
  setAside,
  streamRecord,
} from '../counting-world.ts';
import type { Random } from './random.ts';
import { afterRequest, type Request, someExclusions, someRequests } from './requests.ts';

/** Someone at work: a tally worker over some records, or a sweep. */
type Task = {
  readonly done: () => void;
  readonly again: () => void;
  /** The call before which it falls asleep until nothing else can happen; most never do. */
  readonly sleepsBefore: number;
  calls: number;
};

/** A call to a store that waits for its turn. */
type Call = {
  readonly task: Task;
  readonly asleep: boolean;
  readonly run: () => void;
  readonly fail: (late: boolean) => void;
};

/** An operation of AWS that failed, before or after it took effect. */
class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
}

const MOST_MISHAPS = 5;
const MOST_TASKS = 5;
const BITS = [0, 0, 0, 1, 2, 3];

/** A tally worker's first call to write a tally is its sixth. */
const CALLS_BEFORE_SLEEP = [0, 3, 4, 5, 5, 5, 8];

/**
 * A history under way: requests still to come, records still to be delivered, tally workers and
 * sweeps at work. What happens next is chosen at random among what can; some tasks fall asleep
 * and come back last, some die, some of their calls fail before or after they took effect.
 */
export const createHistory = (random: Random) => {
  /** Few respondents, all in one bucket: the same tally comes back more often. */
  const crowded = random.chance(0.5);
  const names = ['a', 'b', 'c'].slice(0, crowded ? 1 : 1 + random.int(3));
  const world = countingWorld(
    ...names.map((name) => anOrganization(name, crowded ? 0 : random.pick(BITS))),
  );
  const lossy = random.chance(0.5);
  let mishaps = random.chance(0.5) ? MOST_MISHAPS : 0;
  const requests = someRequests(random, names, 1 + random.int(crowded ? 2 : 9));
  /** Records of the stream, by their place in it. */
  const records: { readonly organization: string; readonly id: string }[] = [];
  const undelivered = new Set<number>();
  const settledRecords = new Set<number>();
  const lostFor = new Set<string>();
  /** Organizations whose count after a change of what is set aside was lost. */
  const outdated = new Set<string>();
  let setAsides = random.chance(0.4) ? 1 + random.int(3) : 0;
  const tasks = new Set<Task>();
  const calls: Call[] = [];
  const sweeps: SweepRequest[] = [];
  /** Second looks, and how many records there were when they were scheduled. */
  const rechecks: { readonly request: SweepRequest; readonly after: number }[] = [];
  const count = { steps: 0, deaths: 0, lost: 0, duplicates: 0, setAside: 0 };

  const gateOf =
    (task: Task): Gate =>
    (_call, effect) =>
      new Promise((resolve, reject) => {
        task.calls += 1;
        calls.push({
          task,
          asleep: task.calls > task.sleepsBefore,
          run: () => resolve(effect()),
          fail: (late) => {
            if (late) effect();
            reject(new UnavailableError());
          },
        });
      });

  const begin = (work: (gate: Gate) => Promise<void>, done: () => void, again: () => void) => {
    const sleepsBefore = random.chance(0.3) ? random.pick(CALLS_BEFORE_SLEEP) : Infinity;
    const task: Task = { done, again, sleepsBefore, calls: 0 };
    tasks.add(task);
    work(gateOf(task)).then(
      () => tasks.delete(task) && task.done(),
      () => tasks.delete(task) && task.again(),
    );
  };

  const change = (organization: string, id: string): void => {
    undelivered.add(records.push({ organization, id }) - 1);
  };

  const receive = (request: Request): void => {
    const { organization, id } = request;
    const before = world.responses.get(`p#${organization}`)?.get(id);
    const after = afterRequest(before, request);
    if (after === undefined || after === before) return;
    keep(world, organization, id, after);
    change(organization, id);
  };

  /** Hands over some records, in any order, some of them not for the first time. */
  const deliver = (): void => {
    const batch = random.shuffle([...undelivered]).slice(0, 1 + random.int(4));
    for (const at of batch) undelivered.delete(at);
    const repeated = random.chance(0.2) ? [random.int(records.length)] : [];
    count.duplicates += repeated.length;
    const Records = random.shuffle([...batch, ...repeated]).flatMap((at) => {
      const record = records[at];
      return record ? [streamRecord(record.organization, record.id)] : [];
    });
    begin(
      (gate) => tallyResponses(countingDeps(world, gate), { Records }),
      () => {
        for (const at of batch) settledRecords.add(at);
      },
      () => {
        for (const at of batch) undelivered.add(at);
      },
    );
  };

  const lose = (): void => {
    const at = random.pick([...undelivered]);
    undelivered.delete(at);
    settledRecords.add(at);
    lostFor.add(records[at]?.organization ?? '');
    count.lost += 1;
  };

  const sweep = (request: SweepRequest): void =>
    begin(
      (gate) => {
        const deps = countingDeps(world, gate);
        const scheduleSweep: typeof deps.scheduleSweep = async (later) => {
          await deps.scheduleSweep(later);
          rechecks.push({ request: later.request, after: records.length });
        };
        return sweepTallies({ ...deps, scheduleSweep }, request);
      },
      () => {},
      () => sweeps.push(request),
    );

  /** An administrator sets responses aside, or none any more; the count may never be asked for. */
  const setSomeAside = (): void => {
    setAsides -= 1;
    const name = random.pick(names);
    const recount = setAside(world, name, someExclusions(random));
    if (!recount) return;
    count.setAside += 1;
    if (random.chance(0.3)) outdated.add(name);
    else sweeps.push(recount);
  };

  /** A second look is due when every record from before it was scheduled has been dealt with. */
  const dueRecheck = (): number =>
    rechecks.findIndex(({ after }) => {
      for (let at = 0; at < after; at += 1) if (!settledRecords.has(at)) return false;
      return true;
    });

  const lookAgain = (which: number): void => {
    for (const { request } of rechecks.splice(which, 1)) sweep(request);
  };

  const kill = (): void => {
    mishaps -= 1;
    count.deaths += 1;
    const task = random.pick([...tasks]);
    tasks.delete(task);
    for (let at = calls.length - 1; at >= 0; at -= 1)
      if (calls[at]?.task === task) calls.splice(at, 1);
    task.again();
  };

  const proceed = (call: Call): void => {
    calls.splice(calls.indexOf(call), 1);
    if (mishaps > 0 && random.chance(0.02)) {
      mishaps -= 1;
      call.fail(random.chance(0.5));
    } else call.run();
  };

  /** What can happen now, what is likelier several times. */
  const possible = (): readonly (() => void)[] => {
    const free = tasks.size < MOST_TASKS;
    const due = dueRecheck();
    const [request] = requests;
    const [asked] = sweeps;
    const awake = calls.filter(({ asleep }) => !asleep);
    const mishap = (probability: number) => mishaps > 0 && random.chance(probability);
    const happenings = [
      ...awake.map((call) => () => proceed(call)),
      ...(request ? [() => receive(requests.shift() ?? request)] : []),
      ...(setAsides > 0 && random.chance(0.3) ? [setSomeAside] : []),
      ...(free && undelivered.size > 0 ? [deliver, deliver] : []),
      ...(lossy && undelivered.size > 0 && random.chance(0.6) ? [lose] : []),
      ...(tasks.size > 0 && mishap(0.03) ? [kill] : []),
      ...(free && asked ? [() => sweep(sweeps.shift() ?? asked)] : []),
      ...(free && due >= 0 ? [() => lookAgain(due)] : []),
    ];
    return happenings.length > 0 ? happenings : calls.map((call) => () => proceed(call));
  };

  return {
    world,
    names,
    lossy,
    lostFor,
    outdated,
    count,
    sweeps,
    change,
    /** Lets whatever can happen, happen, until nothing can or there is no need to go on. */
    run: async (needed: () => boolean = () => true): Promise<void> => {
      while (needed()) {
        const choices = possible();
        if (choices.length === 0) return;
        random.pick(choices)();
        count.steps += 1;
        await settled();
      }
    },
    /** Whether requests are still to come. */
    busy: (): boolean => requests.length > 0,
  };
};

export type History = ReturnType<typeof createHistory>;
