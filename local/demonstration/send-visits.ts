import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiAnswer, type ApiRequest, type Call, textOf } from '../api/call.ts';
import type { Journal } from './journal.ts';
import type { Step, Visit } from './visits.ts';

export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError';
}

const ATTEMPTS = 6;
const RETRY_MS = 500;

/**
 * Sends visits from at most `clients` at once. `turn` says when the visit with that index may
 * begin. A respondent's visits never overlap. What failed on the way (429, 5xx, no answer) is
 * sent again, as the respondents' own client would; any other unexpected answer is an error.
 */
export const sendVisits = async (settings: {
  readonly visits: readonly Visit[];
  readonly call: Call;
  readonly clients: number;
  readonly turn: (index: number) => Promise<void>;
  readonly journal: Journal;
  readonly signal: AbortSignal;
}): Promise<void> => {
  const { visits, call, clients, turn, journal, signal } = settings;
  const underWay = new Map<string, Promise<void>>();
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < visits.length && !signal.aborted) {
      const index = next++;
      const visit = visits[index];
      if (visit === undefined) return;
      await turn(index);
      const previous = underWay.get(visit.holder.receipt) ?? Promise.resolve();
      const current = previous.then(() => send(visit, call, journal, signal));
      underWay.set(visit.holder.receipt, current);
      await current;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  signal.throwIfAborted();
};

const send = async (visit: Visit, call: Call, journal: Journal, signal: AbortSignal) => {
  for (const step of visit.steps) {
    const answer = await answerTo(step.request, call, journal, signal);
    if (!isExpected(answer.status, step.expected)) {
      throw new UnexpectedAnswerError(
        `${step.request.method} of a response was answered ${answer.status} instead of ${step.expected}: ${textOf(answer)}`,
      );
    }
    journal.answered(visit, step, answer.status);
  }
};

/** Whether a submission was new is not known to those who had to send it twice. */
const isExpected = (status: number, expected: Step['expected']): boolean => {
  if (expected === 'refusal') return status >= 400 && status < 500;
  return status === expected || (expected === 201 && status === 200);
};

const answerTo = async (
  request: ApiRequest,
  call: Call,
  journal: Journal,
  signal: AbortSignal,
): Promise<ApiAnswer> => {
  for (let attempt = 1; ; attempt++) {
    const answer = await call(request).catch((error: unknown) => {
      if (signal.aborted || attempt === ATTEMPTS) throw error;
      return undefined;
    });
    const passing = answer === undefined || answer.status === 429 || answer.status >= 500;
    if (answer !== undefined && (!passing || attempt === ATTEMPTS)) return answer;
    journal.retried();
    await sleep(RETRY_MS * attempt, undefined, { signal });
  }
};
