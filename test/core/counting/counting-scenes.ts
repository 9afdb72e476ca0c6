import { inspectBucket, type isDrift } from '../../../core/counting/inspect-bucket.ts';
import type {
  Recount,
  RecountDeps,
  RecountRequest,
} from '../../../core/counting/recount-bucket.ts';
import {
  BUCKET,
  type BucketModel,
  createBucketModel,
  faultOf,
  request,
  SHAPE,
  stateOf,
  steppedDeps,
  truthOf,
  type Write,
  write,
} from './bucket-model.ts';
import type { Scene, Stage } from './interleavings.ts';

export type RecountFunction = (deps: RecountDeps, request: RecountRequest) => Promise<Recount>;

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
    readonly isDrift: typeof isDrift;
    readonly writes: readonly Write[];
  }) =>
  (stage: Stage): Scene => {
    const stream = openStream();
    const depsOf = (task: string) => steppedDeps(stage, task, stream.model);
    let written = 0;
    let criedWolf = false;

    const sweep = async () => {
      const found = await inspectBucket(depsOf('sweep'), BUCKET, SHAPE);
      if (found.kind !== 'differs') return;
      const suspect = { organization: 'o', bucket: 0, revision: found.revision };
      await stage.step('sweep', 'schedule second look', () => {
        written = stream.model.records;
      });
      await stage.step('sweep', 'begin second look', () => true, {
        when: () => stream.acknowledged >= written,
      });
      const again = await inspectBucket(depsOf('sweep'), BUCKET, SHAPE);
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
      },
      state: () => [streamState(stream), written, criedWolf],
      fault: () =>
        criedWolf ? 'drift was reported where nothing was lost' : faultOf(stream.model),
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
