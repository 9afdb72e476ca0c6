import type { PublicationDeps } from '../../../functions/roll-up-tallies/publish-snapshot.ts';
import type { GroundswellEvent } from '../../../schemas/event.ts';
import type { LatestPointer, ReleaseState, Snapshot } from '../../../schemas/release.ts';

/** A process that was killed: nothing after this runs. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** The stores that a roll-up publishes to, in memory, with their conditional writes. */
export type ReleaseWorld = {
  readonly files: Map<string, Uint8Array>;
  readonly snapshots: Map<number, Snapshot>;
  readonly events: GroundswellEvent[];
  state: ReleaseState;
  latest: LatestPointer | undefined;
};

export const releaseWorld = (): ReleaseWorld => ({
  files: new Map(),
  snapshots: new Map(),
  events: [],
  state: { version: 0, number: 0, announced: 0 },
  latest: undefined,
});

/** Awaited before and after each step of each dependency: a place to die or to be overtaken. */
export type Checkpointed = (step: string) => Promise<void>;

/** Dependencies over the world; `step` runs before and after whatever they do. */
export const publicationDeps = (world: ReleaseWorld, step: Checkpointed): PublicationDeps => {
  const around = async <Result>(name: string, effect: () => Result): Promise<Result> => {
    await step(`before ${name}`);
    const result = effect();
    await step(`after ${name}`);
    return result;
  };
  const overtaken = (state: ReleaseState) => world.state.version !== state.version;
  const move = (state: ReleaseState) => {
    world.state = { ...state, version: state.version + 1 };
    return { kind: 'changed' } as const;
  };
  return {
    releases: {
      getSnapshot: (_poll, number) =>
        around('reading the record', () => world.snapshots.get(number)),
      save: (_poll, state) =>
        around('saving the state', () =>
          overtaken(state) ? ({ kind: 'overtaken' } as const) : move(state),
        ),
      publish: (_poll, state, snapshot) =>
        around('the transaction', () => {
          if (overtaken(state) || world.snapshots.has(snapshot.number)) {
            return { kind: 'overtaken' } as const;
          }
          world.snapshots.set(snapshot.number, snapshot);
          return move(state);
        }),
    },
    reports: {
      putFile: (_poll, snapshot, file) =>
        around(`writing ${file.path}`, () => {
          const key = `${snapshot}/${file.path}`;
          if (!world.files.has(key)) world.files.set(key, file.body);
        }),
      moveLatest: (pointer) =>
        around('moving latest.json', () => {
          if (!world.latest || world.latest.number < pointer.number) world.latest = pointer;
        }),
    },
    events: {
      publish: (events) => around('publishing the event', () => void world.events.push(...events)),
    },
  };
};

/** The text of a file of a snapshot; empty where there is none. */
export const textOf = (world: ReleaseWorld, snapshot: string | undefined, path: string): string =>
  new TextDecoder().decode(world.files.get(`${snapshot}/${path}`));

/** What any reader could see of the world and must never see: an empty list when all is well. */
export const wrongForReaders = (world: ReleaseWorld): readonly string[] => {
  const wrong: string[] = [];
  for (const record of world.snapshots.values()) {
    for (const file of record.files) {
      const body = world.files.get(`${record.snapshot}/${file.path}`);
      if (body === undefined) wrong.push(`${record.snapshot} is listed without ${file.path}`);
      else if (body.byteLength !== file.bytes) {
        wrong.push(`${record.snapshot}/${file.path} is not the file that was recorded`);
      }
    }
  }
  const released = world.state.number;
  if (released > 0 && !world.snapshots.has(released)) wrong.push('the release has no record');
  if (world.latest && !world.snapshots.has(world.latest.number)) {
    wrong.push('latest.json names what was never released');
  }
  for (const { detail } of world.events) {
    if ('number' in detail && !world.snapshots.has(detail.number)) {
      wrong.push('an event tells of what was never released');
    }
  }
  return wrong;
};
