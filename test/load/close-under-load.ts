import { type ApiAnswer, type ApiRequest, type Call, textOf } from '../../local/api/call.ts';
import { getResponse, type Holder, putResponse } from '../../local/api/response-requests.ts';
import type { Journal } from '../../local/demonstration/journal.ts';
import { UnexpectedAnswerError } from '../../local/demonstration/send-visits.ts';
import { NotInTimeError, type Patience, until } from './in-time.ts';
import type { Newcomer } from './newcomers.ts';

const TOO_LATE = 409;
const NOT_FOUND = 404;

/**
 * Has new people answer, one client each by one of the `ways`, while `close` closes the poll,
 * until each of the clients has been refused. What was answered with a 2xx is in force. Where no
 * answer came it is sent again; is it then refused, a look at the response decides.
 *
 * @throws NotInTimeError where a client is not refused in time
 */
export const closeUnderLoad = async (settings: {
  readonly ways: readonly Call[];
  readonly close: () => Promise<void>;
  readonly newcomer: () => Newcomer;
  readonly journal: Journal;
  readonly patience: Patience;
}): Promise<void> => {
  const { ways, close, newcomer, journal, patience } = settings;
  const client = async (call: Call): Promise<void> => {
    const patientUntil = performance.now() + patience.patienceMs;
    while (performance.now() < patientUntil) {
      const { holder, answers } = newcomer();
      const request = putResponse(holder, { revision: 0, channel: 'web', answers });
      const step = { request, expected: 201, leaves: answers } as const;
      const status = await outcomeOf(call, request, holder, patience);
      if (status === TOO_LATE) return;
      journal.answered({ holder, kind: 'first', steps: [step] }, step, status);
    }
    throw new NotInTimeError('The refusal of a late submission', patience.patienceMs);
  };
  const sending = Promise.all(ways.map(client));
  await Promise.all([close(), sending]);
};

/** Either the status of what is in force, or 409 where nothing is. */
const outcomeOf = async (
  call: Call,
  request: ApiRequest,
  holder: Holder,
  patience: Patience,
): Promise<number> => {
  let sent = 0;
  const send = () => {
    sent += 1;
    return decided(() => call(request));
  };
  const { status } = await until('The answer to a submission', send, patience);
  if (status !== TOO_LATE || sent === 1) return status;
  const look = () => decided(() => call(getResponse(holder)));
  const found = await until('The outcome of a submission', look, patience);
  return found.status === NOT_FOUND ? TOO_LATE : found.status;
};

/** Nothing where the answer, if there is one, leaves open what became of the request. */
const decided = async (send: () => Promise<ApiAnswer>): Promise<ApiAnswer | undefined> => {
  const answer = await send().catch(() => undefined);
  if (!answer || answer.status >= 500 || answer.status === 429) return undefined;
  if (answer.status < 300 || [NOT_FOUND, TOO_LATE].includes(answer.status)) return answer;
  throw new UnexpectedAnswerError(`A submission was answered ${answer.status}: ${textOf(answer)}`);
};
