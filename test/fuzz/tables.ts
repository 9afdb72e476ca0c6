/** What is kept of a poll, an organization or a response, as the tables have it. */
export type Row = Readonly<Record<string, unknown>>;

/** The tables, to be looked into behind the API's back; undefined where there is nothing. */
export type Tables = {
  /** The service's clock. */
  readonly now: () => Date;
  readonly poll: (poll: string) => Promise<Row | undefined>;
  readonly organization: (poll: string, organization: string) => Promise<Row | undefined>;
  /** What is set aside of it: a version, and the list. */
  readonly exclusions: (poll: string, organization: string) => Promise<Row>;
  /** A poll's audit trail, newest first. */
  readonly audit: (poll: string) => Promise<readonly Row[]>;
  readonly response: (poll: string, organization: string, id: string) => Promise<Row | undefined>;
};
