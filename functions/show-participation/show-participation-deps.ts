import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import type { Participation } from '../../adapters/s3/participation.ts';

/** What showing participation needs. It has no way to reach a response or a tally. */
export type ShowParticipationDeps = {
  readonly polls: Pick<Polls, 'get' | 'list'>;
  readonly organizations: Pick<Organizations, 'get' | 'list'>;
  readonly participation: Pick<Participation, 'get'>;
  readonly now: () => Date;
  /** Which claim of a token holds its roles. */
  readonly rolesClaim: string;
};
