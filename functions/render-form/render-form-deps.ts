import type { Organizations } from '../../adapters/dynamodb/organizations.ts';
import type { Polls } from '../../adapters/dynamodb/polls.ts';
import type { Responses } from '../../adapters/dynamodb/responses.ts';
import type { CollectionTerms } from '../../core/collecting/collection-terms.ts';
import type { Log } from '../middleware/logger.ts';

export type RenderFormDeps = {
  readonly findPoll: Polls['get'];
  readonly findOrganization: Organizations['get'];
  /** What a poll's responses depend on; undefined where there is no such poll. */
  readonly termsOf: (poll: string) => Promise<CollectionTerms | undefined>;
  /** Until when new responses of an organization have to wait, if they do. */
  readonly slowUntilOf: (poll: string, organization: string) => Promise<string | undefined>;
  /** Where responses go; the form can write one or its tombstone, and ask for none. */
  readonly responses: Pick<Responses, 'put' | 'withdraw'>;
  readonly now: () => Date;
  readonly newReceipt: () => string;
  /** Where people reach the form, without a slash at the end. */
  readonly siteUrl: string;
  /** IANA: the time zone in which people are told when a poll closes. */
  readonly timeZone: string;
  readonly log: Pick<Log, 'info'>;
};
