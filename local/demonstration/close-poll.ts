import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../../schemas/release.ts';
import type { Call } from '../api/call.ts';
import { ensureAccepted } from '../api/ensure-accepted.ts';
import { awaitSnapshot } from '../api/reports.ts';
import type { Journal } from './journal.ts';
import { sendVisits } from './send-visits.ts';
import type { Visit } from './visits.ts';

/** Intake may go on for so long by the definition that it remembers. */
const REMEMBERED_MS = 6_000;
const PATIENCE_MS = 120_000;

/**
 * Closes a poll, has latecomers refused, and waits for the final release, which follows by the
 * poll's own schedule once its grace is over.
 */
export const closePoll = async (settings: {
  readonly poll: string;
  readonly late: readonly Visit[];
  readonly call: Call;
  readonly administrator: Call;
  readonly planner: Call;
  readonly journal: Journal;
  readonly signal: AbortSignal;
}): Promise<Snapshot> => {
  const { poll, late, call, administrator, planner, journal, signal } = settings;
  await ensureAccepted(administrator, { method: 'POST', path: `/v1/polls/${poll}/close` });
  await sleep(REMEMBERED_MS, undefined, { signal });
  const turn = async () => {};
  await sendVisits({ visits: late, call, clients: 1, turn, journal, signal });
  return awaitSnapshot(planner, poll, 'final', { patienceMs: PATIENCE_MS, signal });
};
