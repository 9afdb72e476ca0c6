import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import type { Releases } from '../../adapters/dynamodb/releases.ts';
import type { Seals } from '../../adapters/dynamodb/seals.ts';
import type { Tallies } from '../../adapters/dynamodb/tallies.ts';
import type { AnnouncePoll } from '../../adapters/eventbridge/poll-announcer.ts';
import type { Checkpoints } from '../../adapters/s3/checkpoints.ts';
import type { Participation } from '../../adapters/s3/participation.ts';
import type { WithholdReason } from '../../schemas/release.ts';
import type { Log } from '../middleware/logger.ts';
import type { PublicationDeps } from './publish-snapshot.ts';

/** What the roll-up needs. It has no way to reach a response. */
export type RollUpDeps = PublicationDeps & {
  readonly now: () => Date;
  readonly polls: Pick<Polls, 'get' | 'list'>;
  readonly announcePoll: AnnouncePoll;
  readonly organizations: Pick<Organizations, 'list'>;
  readonly tallies: Pick<Tallies, 'list'>;
  readonly seals: Pick<Seals, 'get'>;
  readonly releases: Pick<Releases, 'get' | 'publish' | 'save' | 'getSnapshot'>;
  readonly checkpoints: Pick<Checkpoints, 'get' | 'put' | 'prune' | 'expire'>;
  readonly participation: Pick<Participation, 'put' | 'remove'>;
  readonly logger: Pick<Log, 'info'>;
  readonly count: (metric: 'HoursWithoutRelease', value: number) => void;
};

/** What a run did for one poll; `kind` ends the code that is logged. */
export type RollUpOutcome =
  | { readonly kind: 'published'; readonly number: number }
  | { readonly kind: 'frozen' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'withheld'; readonly reasons: readonly WithholdReason[] }
  | { readonly kind: 'unsealed' }
  | { readonly kind: 'settled' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'overtaken' };
