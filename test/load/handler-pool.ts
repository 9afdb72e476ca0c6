import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Call } from '../../local/api/call.ts';
import type { Done, Work } from './handler-child.ts';
import { until } from './in-time.ts';

/** Processes that run intake's and tally's handlers over a deployment's tables. */
export type HandlerPool = {
  /** Sends a request to the handler in one of the processes; an error if that one is killed. */
  readonly call: Call;
  /** Has a process re-count what a record of the stream would name; tells whether it did. */
  readonly recount: (keys: { readonly pk: string; readonly sk: string }) => Promise<boolean>;
  /** The ids of the processes; one that is killed is replaced. */
  readonly pids: () => readonly number[];
  readonly close: () => Promise<void>;
};

export class HandlerKilledError extends Error {
  override readonly name = 'HandlerKilledError';

  constructor() {
    super('The process that had the request was killed.');
  }
}

type Waiting = { readonly resolve: (done: Done) => void; readonly reject: (error: Error) => void };
type Member = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting> };
type Task = Work extends infer Kind ? (Kind extends unknown ? Omit<Kind, 'id'> : never) : never;

const COUNTED = 200;
const START_MS = 30_000;
const LOOK_EVERY_MS = 50;
const CHILD = join(import.meta.dirname, 'handler-child.ts');

/** Starts a pool of `size` processes with the environment of the deployed functions. */
export const createHandlerPool = async (settings: {
  readonly size: number;
  readonly env: NodeJS.ProcessEnv;
  readonly log: string;
}): Promise<HandlerPool> => {
  const output = openSync(settings.log, 'a');
  const members = new Set<Member>();
  let next = 1;
  const closing = new AbortController();
  const patience = { patienceMs: START_MS, everyMs: LOOK_EVERY_MS, signal: closing.signal };
  const start = (): Promise<void> => {
    const child = fork(CHILD, {
      env: settings.env,
      stdio: ['ignore', output, output, 'ipc'],
      serialization: 'advanced',
    });
    const member: Member = { child, waiting: new Map() };
    return new Promise((resolve, reject) => {
      member.waiting.set(0, { resolve: () => resolve(), reject });
      child.once('exit', () => {
        members.delete(member);
        for (const { reject: fail } of member.waiting.values()) fail(new HandlerKilledError());
        if (!closing.signal.aborted) void start().catch(() => undefined);
      });
      child.on('message', (done: Done) => {
        members.add(member);
        member.waiting.get(done.id)?.resolve(done);
        member.waiting.delete(done.id);
      });
    });
  };
  const give = async (task: Task): Promise<Done> => {
    const member = await until('A process of the handlers', () => leastBusy(members), patience);
    const id = next++;
    return new Promise((resolve, reject) => {
      member.waiting.set(id, { resolve, reject });
      member.child.send({ ...task, id }, (error) => error && reject(error));
    });
  };
  await Promise.all(Array.from({ length: settings.size }, start));
  return {
    call: async (request) => {
      const { status, body } = await give({ kind: 'request', request });
      return { status, headers: {}, body: new Uint8Array(Buffer.from(body, 'base64')) };
    },
    recount: async (keys) => (await give({ kind: 'change', ...keys })).status === COUNTED,
    pids: () => [...members].flatMap(({ child }) => child.pid ?? []),
    close: async () => {
      closing.abort();
      const ended = [...members].map(
        ({ child }) => new Promise((resolve) => child.once('exit', resolve)),
      );
      for (const { child } of members) child.disconnect();
      await Promise.all(ended);
      closeSync(output);
    },
  };
};

const leastBusy = (members: ReadonlySet<Member>): Member | undefined =>
  [...members].toSorted((one, other) => one.waiting.size - other.waiting.size)[0];
