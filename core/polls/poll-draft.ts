import type { Poll } from '../../schemas/poll.ts';

/** A poll that is to be written: `version` is the one that was read, none for a new poll. */
export type PollDraft = Omit<Poll, 'version'> & { readonly version?: number };
