import type { ApiRequest, Call } from '../../local/api/call.ts';
import type { Random } from '../../local/demonstration/random.ts';
import type { HandlerPool } from './handler-pool.ts';

/** Calls of handlers, some with a record of the stream that comes twice. */
export type DoublingCall = { readonly call: Call; readonly count: () => number };

const SHARE = 0.03;
const RESPONSE = /^\/v1\/polls\/([^/]+)\/organizations\/([^/]+)\/responses\/(.+)$/;

/**
 * Calls a pool's handlers; after some of the changes tally is run once more for what they
 * touched, so that it races with what the stream sets off. Nobody waits for it.
 */
export const withDoubledRecords = (pool: HandlerPool, random: Random): DoublingCall => {
  let count = 0;
  return {
    call: async (request) => {
      const answer = await pool.call(request);
      const touched = touchedBy(request);
      if (touched && answer.status < 300 && random.fraction() < SHARE) {
        count += 1;
        pool.recount(touched).catch(() => undefined);
      }
      return answer;
    },
    count: () => count,
  };
};

const touchedBy = ({ method, path }: ApiRequest) => {
  const [, poll, organization, sk] = RESPONSE.exec(path) ?? [];
  return method === 'GET' || sk === undefined ? undefined : { pk: `${poll}#${organization}`, sk };
};
