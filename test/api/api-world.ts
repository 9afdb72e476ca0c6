import type { Call } from '../../local/api/call.ts';

/** Where the assertions of this folder run: in process over the handlers, or a deployment. */
export type ApiWorld = {
  readonly call: Call;
  /** An access token of someone with a role: `administrator`, `planner`, `coordinator:...`. */
  readonly tokenOf: (role: string) => Promise<string>;
  /** Settles once so many responses of a poll are tallied. */
  readonly tallied: (poll: string, responses: number) => Promise<void>;
  /** Settles once a closed poll's final count has begun. */
  readonly sealed: (poll: string) => Promise<void>;
};
