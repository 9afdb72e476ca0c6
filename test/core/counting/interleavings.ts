/**
 * Runs the same tasks in every possible order of their steps. A task is real code whose every
 * wait is a `step`; between two steps nothing else runs, so a step is what another machine can
 * come in between.
 */
export type Stage = {
  /** One indivisible action of a task, which waits for its turn and, if given, for `when`. */
  readonly step: <Result>(
    task: string,
    label: string,
    action: () => Result,
    options?: { readonly when?: () => boolean; readonly echoes?: boolean },
  ) => Promise<Result>;
  /** Says that all that the task has seen so far has no bearing on what it will do. */
  readonly forget: (task: string) => void;
};

/** What is to be run: made anew for every order. */
export type Scene = {
  readonly tasks: Readonly<Record<string, () => Promise<void>>>;
  /** Everything that outlives a task. */
  readonly state: () => unknown;
  /** What is wrong when all is done; undefined if nothing is. */
  readonly fault: () => string | undefined;
};

export type Exploration = {
  /** How many orders there are. */
  readonly interleavings: bigint;
  /** How many different states they lead through. */
  readonly states: number;
  /** The first order found that ends in a fault, step by step, and the fault. */
  readonly failure: { readonly steps: readonly string[]; readonly fault: string } | undefined;
};

export type Mishaps = {
  /** Tasks that may be killed at any of their steps, and then start anew. */
  readonly mortal?: readonly string[];
  /** How many kills there may be in one order. */
  readonly kills?: number;
  /** How many writes may be sent twice because the answer to the first was lost. */
  readonly echoes?: number;
};

type Pending = {
  readonly label: string;
  readonly fire: (times: number) => void;
  readonly when: () => boolean;
  readonly echoes: boolean;
};

/** What may happen next to a task: its step, its step sent twice, or its end. */
type Choice = { readonly verb: 'step' | 'echo' | 'kill'; readonly task: string };

/** One order under way. */
const createRun = (makeScene: (stage: Stage) => Scene, mishaps: Mishaps) => {
  const pending = new Map<string, Pending>();
  const histories = new Map<string, string[]>();
  const steps: string[] = [];
  const faults: unknown[] = [];
  /** Whoever waits until the task that runs comes to its next step, or to its end. */
  let atRest: () => void = () => {};
  let kills = mishaps.kills ?? 0;
  let echoes = mishaps.echoes ?? 0;

  const stage: Stage = {
    step: (task, label, action, options = {}) =>
      new Promise((resolve) => {
        const fire = (times: number): void => {
          pending.delete(task);
          let result = action();
          for (let again = 1; again < times; again += 1) result = action();
          const seen = JSON.stringify(result) ?? '';
          histories.get(task)?.push(`${label}=${seen}`);
          steps.push(`${task}: ${label} ${seen}${times > 1 ? ' (sent twice)' : ''}`);
          resolve(result);
        };
        const when = options.when ?? (() => true);
        pending.set(task, { label, fire, when, echoes: options.echoes ?? false });
        atRest();
      }),
    forget: (task) => {
      histories.set(task, []);
    },
  };

  const scene = makeScene(stage);
  const untilRest = (act: () => void): Promise<void> =>
    new Promise((resolve) => {
      atRest = resolve;
      act();
    });
  const spawn = async (task: string, body: () => Promise<void>): Promise<void> => {
    histories.set(task, []);
    try {
      await body();
    } catch (fault) {
      faults.push(fault);
    }
    atRest();
  };

  return {
    scene,
    steps,
    faults,
    begin: async (): Promise<void> => {
      for (const [task, body] of Object.entries(scene.tasks)) {
        await untilRest(() => spawn(task, body));
      }
    },
    /** What may happen next, always in the same order. */
    choices: (): readonly Choice[] => {
      const waiting = [...pending].sort(([a], [b]) => (a < b ? -1 : 1));
      const able = waiting.filter(([, { when }]) => when());
      const sentTwice = able.filter(([, one]) => echoes > 0 && one.echoes);
      const killed = waiting.filter(([task]) => kills > 0 && mishaps.mortal?.includes(task));
      return [
        ...able.map(([task]) => ({ verb: 'step' as const, task })),
        ...sentTwice.map(([task]) => ({ verb: 'echo' as const, task })),
        ...killed.map(([task]) => ({ verb: 'kill' as const, task })),
      ];
    },
    stuck: (): boolean => pending.size > 0,
    apply: async ({ verb, task }: Choice): Promise<void> => {
      const body = scene.tasks[task];
      if (!body) throw new Error(`no such task: ${task}`);
      if (verb === 'kill') {
        kills -= 1;
        steps.push(`${task}: killed before "${pending.get(task)?.label}"`);
        pending.delete(task);
        await untilRest(() => spawn(task, body));
      } else {
        if (verb === 'echo') echoes -= 1;
        await untilRest(() => pending.get(task)?.fire(verb === 'echo' ? 2 : 1));
      }
    },
    key: (): string => {
      const lives = [...histories].map(([task, seen]) => [task, seen, pending.get(task)?.label]);
      return JSON.stringify([scene.state(), kills, echoes, lives]);
    },
  };
};

/**
 * Tries every order of the tasks' steps, and every mishap at every step. Orders that meet in the
 * same state are followed once from there on: what a task does next depends on nothing but what
 * its steps returned. Stops at the first order that ends in a fault.
 */
export const explore = async (
  makeScene: (stage: Stage) => Scene,
  mishaps: Mishaps = {},
): Promise<Exploration> => {
  const counted = new Map<string, bigint>();
  let failure: Exploration['failure'];

  const begin = async (path: readonly Choice[]) => {
    const run = createRun(makeScene, mishaps);
    await run.begin();
    for (const choice of path) await run.apply(choice);
    return run;
  };

  const visit = async (
    run: ReturnType<typeof createRun>,
    path: readonly Choice[],
  ): Promise<bigint> => {
    const key = run.key();
    const known = counted.get(key);
    if (known !== undefined) return known;
    const choices = run.choices();
    let orders = 0n;
    if (choices.every(({ verb }) => verb === 'kill')) {
      orders = 1n;
      const fault = run.stuck() ? 'stuck' : (run.faults.map(String)[0] ?? run.scene.fault());
      if (fault !== undefined) failure = { steps: [...run.steps], fault };
    }
    for (const [at, choice] of choices.entries()) {
      if (failure) break;
      const next = at === 0 ? run : await begin(path);
      await next.apply(choice);
      orders += await visit(next, [...path, choice]);
    }
    counted.set(key, orders);
    return orders;
  };

  const interleavings = await visit(await begin([]), []);
  return { interleavings, states: counted.size, failure };
};
