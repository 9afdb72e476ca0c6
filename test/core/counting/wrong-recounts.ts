import { countResponses } from '../../../core/counting/count-responses.ts';
import { sameTally } from '../../../core/counting/same-tally.ts';
import { steppedDeps } from './bucket-model.ts';
import type { RecountFunction } from './counting-scenes.ts';

/** Wrong on purpose: reads the revision after the responses that it is to vouch for. */
export const recountReadingRevisionLate: RecountFunction = async (deps, request) => {
  const { bucket, shape, seal, expiresAt } = request;
  for (;;) {
    const tally = countResponses(await deps.responses.read(bucket), shape);
    const before = await deps.tallies.get(bucket, shape);
    if (before?.sealed) return { kind: 'sealed', bucket };
    const revision = (before?.revision ?? 0) + 1;
    const { kind } = await deps.tallies.put(bucket, { tally, revision, sealed: seal, expiresAt });
    if (kind === 'written') {
      return { kind: 'recounted', bucket, revision, tally, replaced: before?.tally };
    }
    await deps.pause(1);
  }
};

/** Wrong on purpose: does not write a count that is the same as the one before. */
export const recountSkippingUnchanged: RecountFunction = async (deps, request) => {
  const { bucket, shape, seal, expiresAt } = request;
  for (;;) {
    const before = await deps.tallies.get(bucket, shape);
    if (before?.sealed) return { kind: 'sealed', bucket };
    const tally = countResponses(await deps.responses.read(bucket), shape);
    const revision = (before?.revision ?? 0) + 1;
    const same = before && before.sealed === seal && sameTally(before.tally, tally);
    const { kind } = same
      ? { kind: 'written' }
      : await deps.tallies.put(bucket, { tally, revision, sealed: seal, expiresAt });
    if (kind === 'written') {
      return { kind: 'recounted', bucket, revision, tally, replaced: before?.tally };
    }
    await deps.pause(1);
  }
};

/** Wrong on purpose: writes on no condition. */
export const depsWithoutCondition: typeof steppedDeps = (stage, task, model) => ({
  ...steppedDeps(stage, task, model),
  tallies: {
    get: steppedDeps(stage, task, model).tallies.get,
    put: (_bucket, { revision, sealed, tally }) =>
      stage.step(task, 'write tally', () => {
        model.tally = { revision, sealed, tally };
        return { kind: 'written' };
      }),
  },
});

/** Wrong on purpose: takes a sealed tally for any other. */
export const depsIgnoringSeals: typeof steppedDeps = (stage, task, model) => {
  const { tallies, ...deps } = steppedDeps(stage, task, model);
  return {
    ...deps,
    tallies: {
      get: async (bucket, shape) => {
        const stored = await tallies.get(bucket, shape);
        return stored && { ...stored, sealed: false };
      },
      put: (_bucket, { revision, sealed, tally }) =>
        stage.step(task, 'write tally', () => {
          if ((model.tally?.revision ?? 0) !== revision - 1) return { kind: 'moved' };
          model.tally = { revision, sealed, tally };
          return { kind: 'written' };
        }),
    },
  };
};
