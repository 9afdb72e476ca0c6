/** What taking in a response depends on of its organization. */
export type CollectingOrganization = {
  readonly id: string;
  /** Until when new responses have to wait, because very many came in. */
  readonly slowUntil?: string;
};

/** What taking in a response depends on of its poll. */
export type CollectionTerms = {
  /** Ids of the items, in the order in which answers are stored. */
  readonly items: readonly string[];
  readonly levels: number;
  readonly opened: boolean;
  readonly openedAt?: string;
  readonly closesAt?: string;
  /** When a response that is written now expires, in seconds since 1970. */
  readonly expiresAt: number;
};
