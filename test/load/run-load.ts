import { join } from 'node:path';
import { type Call, callOverHttp } from '../../local/api/call.ts';
import { ensureAccepted, withToken } from '../../local/api/ensure-accepted.ts';
import { awaitSnapshot } from '../../local/api/reports.ts';
import { createJournal, type Journal } from '../../local/demonstration/journal.ts';
import { openPoll } from '../../local/demonstration/open-poll.ts';
import { createRandom } from '../../local/demonstration/random.ts';
import { readShippedPoll } from '../../local/demonstration/shipped-poll.ts';
import { bringUpAlone, type RunningAlone } from '../../local/deployment/bring-up-alone.ts';
import { accessToken } from '../../local/people/access-token.ts';
import { demonstrationUsers, userOf } from '../../local/people/users.ts';
import type { ShowProgress } from '../../local/program/narrator.ts';
import type { Program } from '../../local/program/run-program.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { closeUnderLoad } from './close-under-load.ts';
import { withDoubledRecords } from './doubled-records.ts';
import { createGate, throughGate } from './gate.ts';
import { handlerEnvironment } from './handler-environment.ts';
import { createHandlerPool, type HandlerPool } from './handler-pool.ts';
import { type LoadSize, organizationsOf, PROBES } from './load-size.ts';
import { newcomers } from './newcomers.ts';
import { runProbes } from './probes.ts';
import { readOutcome } from './read-outcome.ts';
import { restartEmulator } from './restart-emulator.ts';
import { sendUnderLoad, untilInterim, untilRespondents } from './send-under-load.ts';
import { withStrays } from './strays.ts';
import type { LoadOutcome, Sent } from './tell-outcome.ts';
import { underChaos } from './under-chaos.ts';

const POLL = 'under-load';
const SEED = 20_261_123;
const OPEN_MS = 3_600_000;
const CLOSING_CLIENTS = 6;
const POOL = 3;
const FINAL_MS = 300_000;
const SHOW_MS = 250;
const USERS = demonstrationUsers('harbor-lights');

/** What a run works with once it is up. */
type Scene = {
  readonly program: Program;
  readonly running: RunningAlone;
  readonly definition: PollDefinition;
  readonly journal: Journal;
  readonly call: Call;
  readonly administrator: Call;
  readonly planner: Call;
};

/** Runs a poll under load from its opening to its final release, which goes to `out`. */
export const runLoad = async (
  program: Program,
  size: LoadSize,
  out: string,
): Promise<LoadOutcome> => {
  const scene = await setScene(program);
  const { definition, journal, administrator, planner, call, running } = scene;
  const organizations = [...organizationsOf(size.gateway + size.handlers), ...PROBES];
  const closesAt = new Date(Date.now() + OPEN_MS);
  await program.stage(`Opening the poll to ${organizations.length} organizations`, () =>
    openPoll(administrator, { id: POLL, definition, closesAt, organizations }),
  );
  const sent = await program.stage(
    `${size.gateway} people at the gateway, ${size.handlers} at the handlers`,
    (show) => send(scene, size, show),
  );
  const newcomer = newcomers(POLL, definition, organizations);
  const close = async () =>
    void (await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${POLL}/close` }));
  await program.stage('Closing the poll while people answer', () =>
    closeUnderLoad({ call, close, clients: CLOSING_CLIENTS, newcomer, journal }),
  );
  const final = await program.stage('Waiting for the final count', () =>
    awaitSnapshot(planner, POLL, 'final', { patienceMs: FINAL_MS, signal: program.signal }),
  );
  return program.stage('Comparing it with what the clients were told', () =>
    readOutcome({ ...scene, deployment: running.deployment, poll: POLL, final, sent, out }),
  );
};

const setScene = async (program: Program): Promise<Scene> => {
  const definition = await readShippedPoll();
  const running = await bringUpAlone(program, { name: 'load', users: USERS });
  const call = callOverHttp(running.deployment.apiUrl, program.signal);
  const actAs = async (role: string) =>
    withToken(call, await accessToken(running.deployment, userOf(USERS, role)));
  const [administrator, planner] = [await actAs('administrator'), await actAs('planner')];
  return { program, running, definition, journal: createJournal(), call, administrator, planner };
};

const send = async (scene: Scene, size: LoadSize, show: ShowProgress): Promise<Sent> => {
  const { program, running, definition, journal } = scene;
  const { signal } = program;
  const [gate, random] = [createGate(), createRandom(SEED)];
  const pool = await createPool(program, running);
  const doubled = withDoubledRecords(pool, random);
  const gateway = withStrays(throughGate(scene.call, gate), random);
  const handlers = withStrays(throughGate(doubled.call, gate), random);
  const of = { poll: POLL, definition, size };
  const over = new AbortController();
  const probing = runProbes({
    ...{ deployment: running.deployment, poll: POLL, definition, journal, gate },
    ...{ call: gateway.call, signal: AbortSignal.any([signal, over.signal]) },
  });
  const showing = setInterval(() => show(progress(journal)), SHOW_MS);
  const half = (size.gateway + size.handlers) / 2;
  try {
    const killed = await underChaos(
      async () => {
        const interim = untilInterim(POLL, through(scene, gate), signal);
        const ways = { gateway: gateway.call, handlers: handlers.call, journal, signal };
        await Promise.all([
          sendUnderLoad(ways, of, interim),
          untilRespondents(journal, half, signal).then(() =>
            restartEmulator(program, running, gate),
          ),
        ]);
        await Promise.all([gateway.arrived(), handlers.arrived()]);
      },
      { pool, gate, random },
    );
    over.abort();
    const strays = gateway.count() + handlers.count();
    return { killed, strays, doubled: doubled.count(), tallied: await probing };
  } finally {
    over.abort();
    clearInterval(showing);
  }
};

const createPool = async (program: Program, running: RunningAlone): Promise<HandlerPool> => {
  const pool = await createHandlerPool({
    size: POOL,
    env: await handlerEnvironment(running.deployment),
    log: join(running.places.logs, 'handlers.log'),
  });
  program.atEnd(pool.close);
  return pool;
};

const through = ({ administrator, planner }: Scene, gate: Parameters<typeof throughGate>[1]) => ({
  administrator: throughGate(administrator, gate),
  planner: throughGate(planner, gate),
});

const progress = (journal: Journal): string => {
  const { respondents, requests, refused, retried } = journal.counts();
  return `${respondents} people, ${requests} requests, ${refused} refused, ${retried} sent again`;
};
