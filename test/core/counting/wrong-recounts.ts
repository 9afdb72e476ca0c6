import { countBucket } from '../../../core/counting/count-bucket.ts';
import { inspectBucket } from '../../../core/counting/inspect-bucket.ts';
import { recountBucket } from '../../../core/counting/recount-bucket.ts';
import { sameTally } from '../../../core/counting/same-tally.ts';
import { steppedDeps } from './bucket-model.ts';
import type { RecountFunction } from './counting-scenes.ts';

/** Wrong on purpose: reads the revision after the responses that it is to vouch for. */
export const recountReadingRevisionLate: RecountFunction = async (deps, request) => {
  const { bucket, shape, seal, expiresAt } = request;
  for (;;) {
    const exclusionsVersion = 0;
    const counted = await countBucket(deps.responses.read(bucket), shape, []);
    const before = await deps.tallies.get(bucket, shape);
    if (before?.sealed) return { kind: 'sealed', bucket };
    const revision = (before?.revision ?? 0) + 1;
    const next = { ...counted, revision, sealed: seal, exclusionsVersion, expiresAt };
    const { kind } = await deps.tallies.put(bucket, next);
    if (kind === 'written') {
      return { kind: 'recounted', bucket, revision };
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
    const counted = await countBucket(deps.responses.read(bucket), shape, []);
    const revision = (before?.revision ?? 0) + 1;
    const same = before && before.sealed === seal && sameTally(before.tally, counted.tally);
    const { kind } = same
      ? { kind: 'written' }
      : await deps.tallies.put(bucket, {
          ...{ ...counted, revision, sealed: seal, exclusionsVersion: 0 },
          expiresAt,
        });
    if (kind === 'written') {
      return { kind: 'recounted', bucket, revision };
    }
    await deps.pause(1);
  }
};

/** Wrong on purpose: writes on no condition. */
export const depsWithoutCondition: typeof steppedDeps = (stage, task, model) => ({
  ...steppedDeps(stage, task, model),
  tallies: {
    get: steppedDeps(stage, task, model).tallies.get,
    put: (_bucket, { expiresAt: _expiresAt, ...next }) =>
      stage.step(task, 'write tally', () => {
        model.tally = next;
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
      put: (_bucket, { expiresAt: _expiresAt, ...next }) =>
        stage.step(task, 'write tally', () => {
          if ((model.tally?.revision ?? 0) !== next.revision - 1) return { kind: 'moved' };
          model.tally = next;
          return { kind: 'written' };
        }),
    },
  };
};

/** Wrong on purpose: reads what is set aside before the revision that is to vouch for it. */
export const recountReadingExclusionsEarly: RecountFunction = async (deps, request) => {
  const { bucket } = request;
  const early = await deps.exclusions.get(bucket.poll, bucket.organization);
  return recountBucket({ ...deps, exclusions: { get: async () => early } }, request);
};

/** Wrong on purpose: reads what is set aside once, not anew after a lost race. */
export const recountKeepingExclusions: RecountFunction = (deps, request) => {
  let kept: ReturnType<typeof deps.exclusions.get> | undefined;
  const get: typeof deps.exclusions.get = (...of) => {
    kept ??= deps.exclusions.get(...of);
    return kept;
  };
  // What an attempt saw has a bearing on the next one, so nothing may be forgotten.
  return recountBucket({ ...deps, exclusions: { get }, pause: async () => {} }, request);
};

/** Wrong on purpose: does not look under which list a tally was counted. */
export const inspectIgnoringVersions: typeof inspectBucket = async (deps, bucket, shape) => {
  const exclusions = await deps.exclusions.get(bucket.poll, bucket.organization);
  const get: typeof deps.tallies.get = async (...of) => {
    const stored = await deps.tallies.get(...of);
    return stored && { ...stored, exclusionsVersion: exclusions.version };
  };
  return inspectBucket(
    { ...deps, tallies: { get }, exclusions: { get: async () => exclusions } },
    bucket,
    shape,
  );
};
