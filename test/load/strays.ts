import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAnswer, ApiRequest, Call } from '../../local/api/call.ts';
import type { Random } from '../../local/demonstration/random.ts';

/** Calls of which some arrive once more, later, when newer ones may have been there. */
export type StrayingCall = {
  readonly call: Call;
  /** Settles when the last stray has arrived. */
  readonly arrived: () => Promise<void>;
  readonly count: () => number;
};

export class StrayAnswerError extends Error {
  override readonly name = 'StrayAnswerError';
}

const SHARE = 0.05;
const LATEST_MS = 4_000;

/** What a late copy of a submission may meet: itself, a newer one, a withdrawal, the close. */
const MET = [200, 409, 410];

/** Sends a late copy of some of the submissions that were accepted; nobody waits for it. */
export const withStrays = (call: Call, random: Random): StrayingCall => {
  const strays: Promise<void>[] = [];
  const stray = async (request: ApiRequest): Promise<void> => {
    await sleep(random.fraction() * LATEST_MS);
    const answer = await call(request).catch(() => undefined);
    if (isUnexpected(answer)) {
      throw new StrayAnswerError(`A late copy of a submission was answered ${answer.status}.`);
    }
  };
  return {
    call: async (request) => {
      const answer = await call(request);
      const isAccepted = request.method === 'PUT' && answer.status < 300;
      if (isAccepted && random.fraction() < SHARE) strays.push(stray(request));
      return answer;
    },
    arrived: async () => void (await Promise.all(strays)),
    count: () => strays.length,
  };
};

const isUnexpected = (answer: ApiAnswer | undefined): answer is ApiAnswer =>
  answer !== undefined &&
  answer.status < 500 &&
  answer.status !== 429 &&
  !MET.includes(answer.status);
