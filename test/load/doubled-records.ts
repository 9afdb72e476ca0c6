import type { ApiRequest, Call } from '../../local/api/call.ts';
import type { Random } from '../../local/demonstration/random.ts';
import type { HandlerPool } from './handler-pool.ts';

/** Calls of handlers, some with a record of the stream that comes twice. */
export type DoublingCall = {
  readonly call: Call;
  /** Settles when tally has been run for the last of the records. */
  readonly settled: () => Promise<void>;
  /** How many of the records tally counted. */
  readonly count: () => number;
};

type Pool = Pick<HandlerPool, 'call' | 'recount'>;

const SHARE = 0.02;
const TWICE = 2;
const RESPONSE = /^\/v1\/polls\/([^/]+)\/organizations\/([^/]+)\/responses\/(.+)$/;

/**
 * Calls a pool's handlers; after some of the changes tally is run twice at once for what they
 * touched, so that the two race with each other and with what the stream sets off. The change
 * waits for neither, and one whose process is killed counts for nothing.
 */
export const withDoubledRecords = (pool: Pool, random: Random): DoublingCall => {
  let counted = 0;
  const runs: Promise<void>[] = [];
  const recount = async (touched: Parameters<Pool['recount']>[0]): Promise<void> => {
    if (await pool.recount(touched).catch(() => false)) counted += 1;
  };
  return {
    call: async (request) => {
      const answer = await pool.call(request);
      const touched = touchedBy(request);
      if (touched && answer.status < 300 && random.fraction() < SHARE) {
        for (let time = 0; time < TWICE; time++) runs.push(recount(touched));
      }
      return answer;
    },
    settled: async () => void (await Promise.all(runs)),
    count: () => counted,
  };
};

const touchedBy = ({ method, path }: ApiRequest) => {
  const [, poll, organization, sk] = RESPONSE.exec(path) ?? [];
  return method === 'GET' || sk === undefined ? undefined : { pk: `${poll}#${organization}`, sk };
};
