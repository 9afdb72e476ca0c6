import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiAnswer, type Call, textOf } from '../../local/api/call.ts';
import { getResponse, type Holder, putResponse } from '../../local/api/response-requests.ts';
import type { Journal } from '../../local/demonstration/journal.ts';
import { UnexpectedAnswerError } from '../../local/demonstration/send-visits.ts';
import type { Newcomer } from './newcomers.ts';

const BEFORE_MS = 1_500;
const ATTEMPTS = 20;
const PAUSE_MS = 250;
const TOO_LATE = 409;

/**
 * Has new people answer from `clients` at once while `close` closes the poll, until each of the
 * clients has been refused. What was answered with a 2xx is in force; where no answer came, a
 * look at the response decides.
 */
export const closeUnderLoad = async (settings: {
  readonly call: Call;
  readonly close: () => Promise<void>;
  readonly clients: number;
  readonly newcomer: () => Newcomer;
  readonly journal: Journal;
}): Promise<void> => {
  const { call, close, clients, newcomer, journal } = settings;
  const client = async (): Promise<void> => {
    for (;;) {
      const { holder, answers } = newcomer();
      const request = putResponse(holder, { revision: 0, channel: 'web', answers });
      const step = { request, expected: 201, leaves: answers } as const;
      const status = await outcomeOf(call, holder, () => call(request));
      if (status === TOO_LATE) return;
      journal.answered({ holder, kind: 'first', steps: [step] }, step, status);
    }
  };
  const sending = Promise.all(Array.from({ length: clients }, client));
  await sleep(BEFORE_MS);
  await Promise.all([close(), sending]);
};

const outcomeOf = async (
  call: Call,
  holder: Holder,
  send: () => Promise<ApiAnswer>,
): Promise<number> => {
  const answer = await send().catch(() => undefined);
  if (answer && (answer.status < 300 || answer.status === TOO_LATE)) return answer.status;
  if (answer && answer.status < 500 && answer.status !== 429) throw unexpected(answer);
  return lookedUp(call, holder);
};

const lookedUp = async (call: Call, holder: Holder): Promise<number> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await sleep(PAUSE_MS);
    const found = await call(getResponse(holder)).catch(() => undefined);
    if (found?.status === 200) return found.status;
    if (found?.status === 404) return TOO_LATE;
  }
  throw new UnexpectedAnswerError('A response can neither be submitted nor looked up.');
};

const unexpected = (answer: ApiAnswer) =>
  new UnexpectedAnswerError(`A submission was answered ${answer.status}: ${textOf(answer)}`);
