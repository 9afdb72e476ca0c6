import type { Call } from '../api/call.ts';
import { awaitSnapshot } from '../api/reports.ts';
import type { ShowProgress } from '../program/narrator.ts';
import type { Journal } from './journal.ts';
import { createPace } from './pace.ts';
import { sendVisits } from './send-visits.ts';
import type { Visit } from './visits.ts';

/** How the sending went. */
export type Sending = {
  /** Respondents who had sent something when the interim release was out, and who had not. */
  readonly before: number;
  readonly after: number;
};

const CLIENTS = 8;
const RESERVED = 350;
const SPREAD_MS = 105_000;
const PATIENCE_MS = 240_000;
const SHOW_MS = 250;

/**
 * Sends all visits from 8 clients. The last 350 respondents wait for the interim release, which
 * nobody asks for: it must come from the schedule. The first run freezes a candidate, a later
 * one releases it if enough has changed since; so the others are spread over two runs.
 */
export const sendWhileWaiting = async (settings: {
  readonly poll: string;
  readonly visits: readonly Visit[];
  readonly call: Call;
  readonly planner: Call;
  readonly journal: Journal;
  readonly show: ShowProgress;
  readonly signal: AbortSignal;
}): Promise<Sending> => {
  const { poll, visits, call, planner, journal, show } = settings;
  const failure = new AbortController();
  const signal = AbortSignal.any([settings.signal, failure.signal]);
  const total = visits.filter(({ kind }) => kind === 'first').length;
  let before: number | undefined;
  const showing = setInterval(() => show(progress(journal, total, before)), SHOW_MS);
  const interim = awaitSnapshot(planner, poll, 'interim', { patienceMs: PATIENCE_MS, signal }).then(
    () => {
      before = journal.counts().respondents;
    },
  );
  const turn = createPace({
    visits,
    reserved: RESERVED,
    spreadMs: SPREAD_MS,
    released: interim,
    signal,
  });
  const sending = sendVisits({ visits, call, clients: CLIENTS, turn, journal, signal });
  try {
    await Promise.all([interim, sending]);
  } catch (error) {
    failure.abort();
    await Promise.allSettled([interim, sending]);
    throw error;
  } finally {
    clearInterval(showing);
  }
  return { before: before ?? total, after: total - (before ?? total) };
};

const progress = (journal: Journal, total: number, before: number | undefined): string => {
  const { respondents, requests, refused } = journal.counts();
  const waiting = before === undefined ? ', no interim figures yet' : '';
  return `${respondents} of ${total} people, ${requests} requests, ${refused} refused${waiting}`;
};
