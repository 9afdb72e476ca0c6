import type { Call } from '../../local/api/call.ts';
import { ensureAccepted } from '../../local/api/ensure-accepted.ts';
import { listSnapshots } from '../../local/api/reports.ts';
import type { Journal } from '../../local/demonstration/journal.ts';
import { planVisits } from '../../local/demonstration/plan-visits.ts';
import { sendVisits } from '../../local/demonstration/send-visits.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import { type BurstCount, createBursts } from './bursts.ts';
import { type Patience, until } from './in-time.ts';
import { type LoadSize, organizationsOf } from './load-size.ts';

const CLIENTS = 8;
const PAUSE_MS = 1_000;
const GATEWAY_BURST = 150;
const HANDLER_BURST = 500;
const BEFORE_INTERIM = 0.85;
const BETWEEN_RELEASES_MS = 4_000;
const LOOK_EVERY_MS = 1_000;

/** How people get to the service, and what keeps a record of it. */
export type Ways = {
  readonly gateway: Call;
  readonly handlers: Call;
  readonly journal: Journal;
  readonly signal: AbortSignal;
  /** Is told whether nobody sends anything, because all wait for the interim release. */
  readonly idle: (isIdle: boolean) => void;
};

/** How each of the two ways was gone in bursts. */
export type BurstCounts = Readonly<Record<'gateway' | 'handlers', BurstCount>>;

/**
 * Has people answer through the gateway and at the handlers at once, in bursts; the last of
 * them when `interim` has settled.
 */
export const sendUnderLoad = async (
  { gateway, handlers, journal, signal, idle }: Ways,
  of: { readonly poll: string; readonly definition: PollDefinition; readonly size: LoadSize },
  interim: Promise<void>,
): Promise<BurstCounts> => {
  let waiting = 0;
  const wait = async (): Promise<void> => {
    waiting += 1;
    idle(waiting === 2 * CLIENTS);
    await interim;
    idle(false);
  };
  const send = async (call: Call, people: number, seed: number, size: number) => {
    const { visits } = planVisits({ ...of, organizations: organizationsOf(people), seed });
    const bursts = createBursts({ size, pauseMs: PAUSE_MS });
    const turn = async (index: number): Promise<void> => {
      if (index >= BEFORE_INTERIM * visits.length) await wait();
      await bursts.turn();
    };
    await sendVisits({ visits, call, clients: CLIENTS, turn, journal, signal });
    return bursts.count();
  };
  const [atGateway, atHandlers] = await Promise.all([
    send(gateway, of.size.gateway, 1, GATEWAY_BURST),
    send(handlers, of.size.handlers, 2, HANDLER_BURST),
  ]);
  return { gateway: atGateway, handlers: atHandlers };
};

/** Settles once the journal has so many respondents. */
export const untilRespondents = async (
  journal: Journal,
  respondents: number,
  patience: Omit<Patience, 'everyMs'>,
): Promise<void> => {
  const look = () => (journal.counts().respondents >= respondents ? true : undefined);
  await until(`Half of ${2 * respondents} people`, look, { ...patience, everyMs: LOOK_EVERY_MS });
};

/** Asks for two roll-ups at once, once at least, until an interim release is out. */
export const untilInterim = async (
  poll: string,
  { administrator, planner }: { readonly administrator: Call; readonly planner: Call },
  patience: Omit<Patience, 'everyMs'>,
): Promise<void> => {
  const ask = () =>
    ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/release` });
  const look = async () => {
    await Promise.allSettled([ask(), ask()]);
    const snapshots = await listSnapshots(planner, poll).catch(() => []);
    return snapshots.some(({ kind }) => kind === 'interim') ? true : undefined;
  };
  await until('An interim release', look, { ...patience, everyMs: BETWEEN_RELEASES_MS });
};
