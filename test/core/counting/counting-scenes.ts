import type { inspectBucket, isDrift } from '../../../core/counting/inspect-bucket.ts';
import type { RecountDeps, RecountRequest } from '../../../core/counting/recount-bucket.ts';
import type { Exclusions } from '../../../schemas/exclusions.ts';
import {
  BUCKET,
  type BucketModel,
  createBucketModel,
  faultOf,
  NONE,
  request,
  SHAPE,
  setAside,
  stateOf,
  steppedDeps,
  truthOf,
  WITHOUT_SECOND,
  type Write,
  write,
} from './bucket-model.ts';
import type { Scene, Stage } from './interleavings.ts';

export type RecountFunction = (deps: RecountDeps, request: RecountRequest) => Promise<unknown>;

export const PUT_CHANGE_WITHDRAW: readonly Write[] = [
  ['first', 'a', '1'],
  ['first', 'a', '3'],
  ['first', 'a', 'withdrawn'],
];

export const ON_BOTH_PAGES: readonly Write[] = [
  ['first', 'a', '1'],
  ['second', 'b', '2'],
  ['first', 'a', 'withdrawn'],
];

/** One that stays on each page. */
export const ON_EACH_PAGE: readonly Write[] = [
  ['first', 'a', '1'],
  ['second', 'b', '2'],
];

type Stream = {
  readonly model: BucketModel;
  /** No record is to follow. */
  closed: boolean;
  /** How many records the worker has acknowledged, and how many it has in hand. */
  acknowledged: number;
  inHand: number;
};

const openStream = (): Stream => ({
  model: createBucketModel(),
  closed: false,
  acknowledged: 0,
  inHand: 0,
});

const streamState = ({ model, closed, acknowledged, inHand }: Stream): readonly unknown[] => [
  stateOf(model),
  closed,
  acknowledged,
  inHand,
];

/** Gets every record, some at a time; what was not acknowledged comes again. */
const worker = (stage: Stage, stream: Stream, count: () => Promise<unknown>) => async () => {
  const waiting = () => stream.model.records - stream.acknowledged;
  for (;;) {
    const taken = await stage.step(
      'worker',
      'take records',
      () => {
        stream.inHand = stream.model.records;
        return waiting();
      },
      { when: () => waiting() > 0 || stream.closed },
    );
    if (taken === 0) return;
    await count();
    await stage.step('worker', 'acknowledge', () => {
      stream.acknowledged = stream.inHand;
    });
    stage.forget('worker');
  }
};

/** Gets one of the records again, any time after the first was written. */
const duplicate =
  (stage: Stage, { model }: Stream, count: () => Promise<unknown>) =>
  async () => {
    await stage.step('duplicate', 'take a record', () => true, { when: () => model.records > 0 });
    await count();
  };

const writer = (stage: Stage, stream: Stream, writes: readonly Write[]) => async () => {
  for (const [at, one] of writes.entries()) {
    await stage.step('writer', one.join(' '), () => {
      write(stream.model, one);
      stream.closed = at === writes.length - 1;
    });
  }
};

/** Someone writes responses while everyone counts: in the end the tally must be the truth. */
export const trafficScene =
  (cast: {
    readonly recount: RecountFunction;
    readonly writes: readonly Write[];
    readonly depsOf?: typeof steppedDeps;
    readonly helpers: readonly ('duplicate' | 'sweep')[];
  }) =>
  (stage: Stage): Scene => {
    const stream = openStream();
    const depsOf = cast.depsOf ?? steppedDeps;
    const count = (task: string) => async () => {
      await cast.recount(depsOf(stage, task, stream.model), request());
    };
    const helpers = {
      duplicate: duplicate(stage, stream, count('duplicate')),
      sweep: count('sweep'),
    };
    return {
      tasks: {
        writer: writer(stage, stream, cast.writes),
        worker: worker(stage, stream, count('worker')),
        ...Object.fromEntries(cast.helpers.map((name) => [name, helpers[name]])),
      },
      state: () => streamState(stream),
      fault: () => faultOf(stream.model),
    };
  };

/**
 * A check at any time, and, once every record from before its end was counted, the second look:
 * nothing was ever lost, so it must find no drift.
 */
export const checkScene =
  (cast: {
    readonly recount: RecountFunction;
    readonly inspect: typeof inspectBucket;
    readonly isDrift: typeof isDrift;
    readonly writes: readonly Write[];
    /** Whether an administrator sets responses aside and the count that is to follow is lost. */
    readonly setsAside?: boolean;
  }) =>
  (stage: Stage): Scene => {
    const stream = openStream();
    const { model } = stream;
    if (cast.setsAside) model.exclusions = NONE;
    const depsOf = (task: string) => steppedDeps(stage, task, model);
    let written = 0;
    let criedWolf = false;

    const administrator = async () => {
      await stage.step('administrator', 'set aside', () => setAside(model, WITHOUT_SECOND));
    };
    const isTime = () => !cast.setsAside || (model.exclusions?.version ?? 0) > 0;
    const sweep = async () => {
      await stage.step('sweep', 'begin', () => true, { when: isTime });
      const found = await cast.inspect(depsOf('sweep'), BUCKET, SHAPE);
      if (found.kind === 'outdated') await cast.recount(depsOf('sweep'), request());
      if (found.kind !== 'differs') return;
      const suspect = { organization: 'o', bucket: 0, revision: found.revision };
      await stage.step('sweep', 'schedule second look', () => {
        written = stream.model.records;
      });
      await stage.step('sweep', 'begin second look', () => true, {
        when: () => stream.acknowledged >= written,
      });
      const again = await cast.inspect(depsOf('sweep'), BUCKET, SHAPE);
      if (again.kind === 'outdated') await cast.recount(depsOf('sweep'), request());
      if (!cast.isDrift(suspect, again)) return;
      criedWolf = true;
      await cast.recount(depsOf('sweep'), request());
    };
    return {
      tasks: {
        writer: writer(stage, stream, cast.writes),
        worker: worker(stage, stream, async () => {
          await cast.recount(depsOf('worker'), request());
        }),
        sweep,
        ...(cast.setsAside && { administrator }),
      },
      state: () => [streamState(stream), written, criedWolf],
      fault: () =>
        criedWolf ? 'drift was reported where nothing was lost' : faultOf(stream.model),
    };
  };

/**
 * An administrator sets responses aside, asks for a count, thinks better of it and asks again,
 * while responses come in and workers count: in the end the tally must hold what is not set
 * aside by the last list, and nothing else.
 */
export const exclusionScene =
  (cast: {
    readonly recount: RecountFunction;
    readonly writes: readonly Write[];
    readonly lists: readonly Exclusions['exclusions'][];
    readonly helpers: readonly 'duplicate'[];
  }) =>
  (stage: Stage): Scene => {
    const stream = openStream();
    const { model } = stream;
    model.exclusions = NONE;
    const count = (task: string) => async () => {
      await cast.recount(steppedDeps(stage, task, model), request());
    };
    const administrator = async () => {
      for (const list of cast.lists) {
        await stage.step('administrator', `set ${list.length} aside`, () => setAside(model, list));
        await count('administrator')();
      }
    };
    const duplicates = cast.helpers.map((name) => [name, duplicate(stage, stream, count(name))]);
    return {
      tasks: {
        writer: writer(stage, stream, cast.writes),
        worker: worker(stage, stream, count('worker')),
        administrator,
        ...Object.fromEntries(duplicates),
      },
      state: () => streamState(stream),
      fault: () =>
        faultOf(model) ??
        (model.tally?.exclusionsVersion === model.exclusions?.version
          ? undefined
          : 'the tally is of another list'),
    };
  };

/**
 * The end of a poll: responses stand still, records are still on their way, two seals run, and
 * afterwards retention deletes the responses, which the stream tells as well. In the end the
 * tally must be sealed and hold what was in force at the end.
 */
export const sealScene =
  (cast: {
    readonly recount: RecountFunction;
    readonly depsOfLate?: typeof steppedDeps;
    readonly helpers: readonly ('duplicate' | 'second seal')[];
  }) =>
  (stage: Stage): Scene => {
    const stream = openStream();
    const { model } = stream;
    write(model, ['first', 'a', '1']);
    write(model, ['first', 'b', '3']);
    const truth = truthOf(model);
    const depsOfLate = cast.depsOfLate ?? steppedDeps;
    const late = (task: string) => async () => {
      await cast.recount(depsOfLate(stage, task, model), request());
    };
    const seal = (task: string) => async () => {
      await cast.recount(steppedDeps(stage, task, model), request(true));
    };
    const expiry = async () => {
      const sealed = { when: () => model.tally?.sealed ?? false };
      await stage.step('expiry', 'delete a', () => write(model, ['first', 'a', 'deleted']), sealed);
      await stage.step('expiry', 'delete b', () => {
        write(model, ['first', 'b', 'deleted']);
        stream.closed = true;
      });
    };
    const helpers = {
      duplicate: duplicate(stage, stream, late('duplicate')),
      'second seal': seal('second seal'),
    };
    return {
      tasks: {
        worker: worker(stage, stream, late('worker')),
        seal: seal('seal'),
        expiry,
        ...Object.fromEntries(cast.helpers.map((name) => [name, helpers[name]])),
      },
      state: () => streamState(stream),
      fault: () => (model.tally?.sealed ? faultOf(model, truth) : 'the tally is not sealed'),
    };
  };
