import type { AuditTrail } from '../../adapters/dynamodb/audit-trail.ts';
import type { ExclusionsStore } from '../../adapters/dynamodb/exclusions.ts';
import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import type { Releases } from '../../adapters/dynamodb/releases.ts';
import type { Seals } from '../../adapters/dynamodb/seals.ts';
import type { AnnouncePoll } from '../../adapters/eventbridge/poll-announcer.ts';

/** What the administrator's calls need. */
export type ManagePollsDeps = {
  readonly polls: Pick<Polls, 'get' | 'list' | 'put'>;
  readonly organizations: Pick<Organizations, 'get' | 'list' | 'put'>;
  readonly exclusions: Pick<ExclusionsStore, 'get' | 'put'>;
  readonly releases: Pick<Releases, 'get'>;
  readonly seals: Pick<Seals, 'get'>;
  readonly auditTrail: Pick<AuditTrail, 'record' | 'list'>;
  /** An id that nothing else has, for an audit entry. */
  readonly newId: () => string;
  /** Tells the bus what it was not told yet of a poll. */
  readonly announce: AnnouncePoll;
  /** Sets, or moves, the one-off schedule of a poll's seal. */
  readonly scheduleSeal: (poll: string, at: Date) => Promise<void>;
  /** Asks for a roll-up of a poll and does not wait for it. */
  readonly requestRollUp: (poll: string) => Promise<void>;
  /** Asks for an organization's tallies to be counted anew and does not wait for it. */
  readonly requestRecount: (poll: string, organization: string) => Promise<void>;
  readonly now: () => Date;
  readonly graceSeconds: number;
};
