import type { RequestContext } from './dynamodb-context.ts';

/** One thing that a function asked AWS for: an action of IAM on one resource. */
export interface RecordedCall {
  /** Last part of the function's name, and of its role's. */
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
  /** What else the request tells IAM, such as `iam:PassedToService`. */
  readonly context: RequestContext;
}

/** A request of a function to AWS, with its answer's status. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
  readonly status: number;
}

/** Where the calls of this run are kept: one JSON text a line. */
export const RECORDED_CALLS = 'GROUNDSWELL_RECORDED_CALLS';
