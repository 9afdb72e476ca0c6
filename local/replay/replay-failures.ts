import { type FailureRecord, readFailureRecord } from '../../schemas/failure-record.ts';

/** What became of a call: done, or failed with a name that quotes nothing. */
export type CallOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: string };

/** What a replay needs. */
export type ReplayDeps = {
  readonly stage: string;
  readonly failures: {
    /** The keys of everything that was given up and is still kept. */
    readonly list: () => Promise<readonly string[]>;
    /** When an object was replayed, if it was. */
    readonly replayedAt: (key: string) => Promise<string | undefined>;
    readonly read: (key: string) => Promise<string>;
    /** Whether there is an object of this key, listed or newer. */
    readonly has: (key: string) => Promise<boolean>;
    readonly markReplayed: (key: string, at: Date) => Promise<void>;
  };
  readonly queue: {
    /** Takes the messages about settled objects out of the queue, and says how many there were. */
    readonly settle: (isSettled: (key: string) => Promise<boolean>) => Promise<number>;
  };
  /** Calls a function and waits until it is through. */
  readonly call: (functionName: string, payload: object) => Promise<CallOutcome>;
  readonly now: () => Date;
  readonly say: (line: string) => void;
};

/** What a replay came to. */
export type ReplayResult = {
  readonly replayed: number;
  readonly before: number;
  readonly failed: number;
};

type Call = { readonly functionName: string; readonly payload: object; readonly what: string };

const RECOUNT = { kind: 'recount' };

const changes = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`;

/** A function names what it was asked for by `kind`; the roll-up, if at all, by its poll. */
const asked = (payload: object): string => {
  if ('kind' in payload) return String(payload.kind);
  return 'poll' in payload ? `the poll ${payload.poll}` : 'every poll';
};

const callFor = (stage: string, record: FailureRecord): Call | string => {
  const own = `groundswell-${stage}-`;
  if (record.kind === 'unreadable') return 'is nothing that Lambda writes: look at it yourself';
  const { functionName } = record;
  if (!functionName.startsWith(own)) return `is of ${functionName}, which is not of this stage`;
  const name = functionName.slice(own.length);
  switch (record.kind) {
    case 'batch': {
      const what = `${name}: ${changes(record.payload.Records.length)}`;
      return { functionName, payload: record.payload, what };
    }
    case 'batch-without-records':
      return {
        functionName: `${own}sweep`,
        payload: RECOUNT,
        what: `${name}: a batch without its changes, so everything is counted again`,
      };
    case 'event':
      return { functionName, payload: record.payload, what: `${name}: ${asked(record.payload)}` };
  }
};

/**
 * Gives the functions of a stage again what they could not process, one after the other, and
 * marks what they are now through with. Each of them may be called twice with the same: tallies
 * are counted from what is in the table, releases are made once. So a replay that dies, or that
 * two people start at once, is simply started again. A message whose object is gone, because it
 * expired or was deleted, is taken out of the queue, too: there is nothing left to replay.
 */
export const replayFailures = async (
  deps: ReplayDeps,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ReplayResult> => {
  const { stage, failures, queue, say } = deps;
  const done = new Set<string>();
  let before = 0;
  let failed = 0;
  const replay = async (key: string): Promise<void> => {
    const call = callFor(stage, readFailureRecord(await failures.read(key)));
    if (typeof call === 'string') {
      failed += 1;
      return say(`${key} ${call}`);
    }
    if (dryRun) return say(`${call.what}: would be replayed`);
    const outcome = await deps.call(call.functionName, call.payload);
    if (outcome.kind === 'failed') {
      failed += 1;
      return say(`${call.what}: failed again (${outcome.error})`);
    }
    await failures.markReplayed(key, deps.now());
    done.add(key);
    say(`${call.what}: replayed`);
  };
  for (const key of await failures.list()) {
    if (await failures.replayedAt(key)) {
      before += 1;
      done.add(key);
    } else await replay(key);
  }
  if (!dryRun) await queue.settle(async (key) => done.has(key) || !(await failures.has(key)));
  return { replayed: done.size - before, before, failed };
};
