import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, callOverHttp } from '../../local/api/call.ts';
import { withToken } from '../../local/api/ensure-accepted.ts';
import { createJournal, type Journal } from '../../local/demonstration/journal.ts';
import { openPoll } from '../../local/demonstration/open-poll.ts';
import { createRandom, type Random } from '../../local/demonstration/random.ts';
import { readShippedPoll } from '../../local/demonstration/shipped-poll.ts';
import { bringUpAlone, type RunningAlone } from '../../local/deployment/bring-up-alone.ts';
import { accessToken } from '../../local/people/access-token.ts';
import { demonstrationUsers, userOf } from '../../local/people/users.ts';
import type { ShowProgress } from '../../local/program/narrator.ts';
import type { Program } from '../../local/program/run-program.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { atMost, type LimitedCall } from './at-most.ts';
import { closeUnderLoad } from './close-under-load.ts';
import { readDisturbances } from './disturbances.ts';
import { type DoublingCall, withDoubledRecords } from './doubled-records.ts';
import { createGate, type Gate, throughGate } from './gate.ts';
import { handlerEnvironment } from './handler-environment.ts';
import { createHandlerPool, type HandlerPool } from './handler-pool.ts';
import { until, within } from './in-time.ts';
import { type LoadSize, organizationsOf, PROBES } from './load-size.ts';
import { newcomers } from './newcomers.ts';
import { runProbes } from './probes.ts';
import { readOutcome } from './read-outcome.ts';
import { restartEmulator } from './restart-emulator.ts';
import { sealUnderLoad } from './seal-under-load.ts';
import { sendUnderLoad, untilInterim, untilRespondents } from './send-under-load.ts';
import { type StrayingCall, withStrays } from './strays.ts';
import { type LoadOutcome, MOST_AT_GATEWAY } from './tell-outcome.ts';
import { underChaos } from './under-chaos.ts';

const POLL = 'under-load';
const SEED = 20_261_123;
const OPEN_MS = 3_600_000;
const BEFORE_CLOSE_MS = 3_000;
const CLOSING_CLIENTS = 4;
const CLOSED = 200;
const POOL = 3;
const SHOW_MS = 250;
const LOOK_EVERY_MS = 250;
const USERS = demonstrationUsers('harbor-lights');

/** What a run works with once it is up. */
type Scene = {
  readonly program: Program;
  readonly size: LoadSize;
  readonly signal: AbortSignal;
  readonly running: RunningAlone;
  readonly definition: PollDefinition;
  readonly journal: Journal;
  readonly random: Random;
  readonly gate: Gate;
  readonly pool: HandlerPool;
  readonly handlersLog: string;
  readonly gateway: LimitedCall;
  readonly doubled: DoublingCall;
  readonly administrator: Call;
  readonly planner: Call;
};

/**
 * Runs a poll under load from its opening to its final release, which goes to `out`.
 *
 * @throws NotInTimeError where the run, or something in it, takes longer than its size allows
 */
export const runLoad = (program: Program, size: LoadSize, out: string): Promise<LoadOutcome> =>
  within('The end of the run', size.mostMs, program.signal, async (signal) => {
    const scene = await setScene(program, size, signal);
    const organizations = [...organizationsOf(size.gateway + size.handlers), ...PROBES];
    await program.stage(`Opening the poll to ${organizations.length} organizations`, () =>
      openPoll(scene.administrator, {
        ...{ id: POLL, definition: scene.definition, organizations },
        closesAt: new Date(Date.now() + OPEN_MS),
      }),
    );
    const sent = await program.stage(
      `${size.gateway} people at the gateway, ${size.handlers} at the handlers`,
      (show) => send(scene, show),
    );
    const newcomer = newcomers(POLL, scene.definition, organizations);
    const ended = await end(scene, newcomer);
    return program.stage('Comparing it with what the clients were told', async () => {
      const { deployment } = scene.running;
      return {
        ...(await readOutcome({ ...scene, deployment, poll: POLL, final: ended.final, out })),
        ...(await readDisturbances(deployment, scene.handlersLog, ended.sealing)),
        ...sent,
        size,
        killedAtEnd: ended.killed,
        doubled: scene.doubled.count(),
        mostAtOnce: scene.gateway.mostAtOnce(),
      };
    });
  });

const setScene = async (program: Program, size: LoadSize, signal: AbortSignal): Promise<Scene> => {
  const definition = await readShippedPoll();
  const running = await bringUpAlone(program, { name: 'load', users: USERS });
  const [gate, random] = [createGate(), createRandom(SEED)];
  const overHttp = callOverHttp(running.deployment.apiUrl, signal);
  const gateway = atMost(MOST_AT_GATEWAY, throughGate(overHttp, gate));
  const actAs = async (role: string) =>
    withToken(gateway.call, await accessToken(running.deployment, userOf(USERS, role)));
  const handlersLog = join(running.places.logs, 'handlers.log');
  const pool = await createPool(program, running, handlersLog);
  return {
    ...{ program, size, signal, running, definition, random, gate, pool, handlersLog, gateway },
    journal: createJournal(),
    doubled: withDoubledRecords({ ...pool, call: throughGate(pool.call, gate) }, random),
    administrator: await actAs('administrator'),
    planner: await actAs('planner'),
  };
};

const createPool = async (
  program: Program,
  { deployment }: RunningAlone,
  log: string,
): Promise<HandlerPool> => {
  const pool = await createHandlerPool({
    size: POOL,
    env: await handlerEnvironment(deployment),
    log,
  });
  program.atEnd(pool.close);
  return pool;
};

/** Has people answer, with all that disturbs them. */
const send = async (scene: Scene, show: ShowProgress) => {
  const { journal, random } = scene;
  const gateway = withStrays(scene.gateway.call, random);
  const handlers = withStrays(scene.doubled.call, random);
  const showing = setInterval(() => show(progress(journal)), SHOW_MS);
  try {
    const { result, killed } = await underChaos(
      () => sendAndProbe(scene, gateway, handlers),
      scene,
    );
    return { ...result, killed, strays: gateway.count() + handlers.count() };
  } finally {
    clearInterval(showing);
  }
};

const sendAndProbe = async (scene: Scene, gateway: StrayingCall, handlers: StrayingCall) => {
  const { definition, journal, size, signal } = scene;
  const patience = { patienceMs: size.patienceMs, signal };
  let [isOver, isIdle] = [false, false];
  const probing = runProbes({
    ...{ ...scene, deployment: scene.running.deployment, poll: POLL },
    ...{ call: gateway.call, isOver: () => isOver, isIdle: () => isIdle },
  });
  probing.catch(() => undefined);
  const half = (size.gateway + size.handlers) / 2;
  const restarting = untilRespondents(journal, half, patience).then(() => restartOnce(scene));
  // The emulator forgets its logs when it stops, and they must show that roll-ups met.
  const interim = restarting.then(() => untilInterim(POLL, scene, patience));
  const idle = (now: boolean): void => {
    isIdle = now;
  };
  const ways = { gateway: gateway.call, handlers: handlers.call, journal, signal, idle };
  const [bursts, restarts] = await Promise.all([
    sendUnderLoad(ways, { poll: POLL, definition, size }, interim),
    restarting,
    interim,
  ]);
  isOver = true;
  const tallied = await probing;
  await Promise.all([gateway.arrived(), handlers.arrived(), scene.doubled.settled()]);
  return { bursts, restarts, tallied };
};

const restartOnce = async ({ program, running, gate }: Scene): Promise<number> => {
  await restartEmulator(program, running, gate);
  return 1;
};

/** Closes the poll while people answer and seals it, with processes killed all the while. */
const end = async (scene: Scene, newcomer: ReturnType<typeof newcomers>) => {
  const { program, running, administrator, planner, size, signal } = scene;
  const patience = { patienceMs: size.patienceMs, everyMs: LOOK_EVERY_MS, signal };
  const close = async (): Promise<void> => {
    await sleep(BEFORE_CLOSE_MS, undefined, { signal });
    const ask = { method: 'POST', path: `/v1/polls/${POLL}/close` };
    const look = async () =>
      (await administrator(ask).catch(() => undefined))?.status === CLOSED || undefined;
    await until('The close of the poll', look, patience);
  };
  const ways = [scene.gateway.call, scene.doubled.call].flatMap((way) =>
    Array.from({ length: CLOSING_CLIENTS }, () => way),
  );
  const { result, killed } = await underChaos(async () => {
    await program.stage('Closing the poll while people answer', () =>
      closeUnderLoad({ ...scene, ways, close, newcomer, patience }),
    );
    await scene.doubled.settled();
    return program.stage('Sealing it, twice at once', () =>
      sealUnderLoad({ deployment: running.deployment, planner, poll: POLL, patience }),
    );
  }, scene);
  return { ...result, killed: { ...killed, seals: result.killed } };
};

const progress = (journal: Journal): string => {
  const { respondents, requests, refused, retried } = journal.counts();
  return `${respondents} people, ${requests} requests, ${refused} refused, ${retried} sent again`;
};
