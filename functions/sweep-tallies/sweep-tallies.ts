import { SweepRequest } from '../../schemas/sweep.ts';
import { checkTallies } from './check-tallies.ts';
import { recheckSuspects } from './recheck-suspects.ts';
import { recountOrganization } from './recount-organization.ts';
import { recountTallies } from './recount-tallies.ts';
import { sealDuePolls } from './seal-due-polls.ts';
import { sealPoll } from './seal-poll.ts';
import type { SweepDeps } from './sweep-deps.ts';

/** The sweep was asked for something that it does not know; a repeat will not help. */
export class SweepRequestError extends Error {
  override readonly name = 'SweepRequestError';
}

const readRequest = (payload: unknown): SweepRequest => {
  const request = SweepRequest.safeParse(payload);
  if (request.success) return request.data;
  throw new SweepRequestError('not a request to the sweep', { cause: request.error });
};

/**
 * Keeps tallies true to their responses, and seals those of a poll that has ended.
 *
 * Triggered by schedules: every night (`check`), once some minutes after that for what differed
 * (`recheck`), once after a poll's end (`seal`), and every few minutes for what that missed
 * (`seal-due`); by an administrator who sets responses aside (`recount-organization`); by hand or
 * by a start of the local emulator (`recount`). Each may come late or
 * twice: every one of them reads how things stand now, changes a tally only by counting its
 * responses, and leaves what is sealed alone. What fails is thrown after the rest is done, so
 * the invocation is repeated, and does what is left.
 *
 * @throws SweepRequestError where the payload is none of these requests
 * @throws NotAllCountedError where some of it could not be done
 */
export const sweepTallies = async (deps: SweepDeps, payload: unknown): Promise<void> => {
  const request = readRequest(payload);
  switch (request.kind) {
    case 'check':
      return checkTallies(deps);
    case 'recheck':
      return recheckSuspects(deps, request);
    case 'recount':
      return recountTallies(deps);
    case 'recount-organization':
      return recountOrganization(deps, request);
    case 'seal':
      return sealPoll(deps, request.poll);
    case 'seal-due':
      return sealDuePolls(deps);
  }
};
