import type { ProblemCode } from '../problem-catalogue.ts';
import type { SchemaName } from './component-schemas.ts';
import type { HeaderName } from './headers.ts';
import type { QueryName } from './query-parameters.ts';

/** A body: its media type, and its schema where it is JSON of ours. */
export type Body = {
  readonly mediaType: string;
  readonly schema?: SchemaName;
  readonly example?: unknown;
};

/** An answer that is no refusal. */
export type Answer = {
  readonly description: string;
  /** One of these bodies; none where the answer has none. */
  readonly bodies?: readonly Body[];
  /** Beyond those of every answer. */
  readonly headers?: readonly HeaderName[];
};

/**
 * Who may call: `reader` is a planner or an administrator, and anyone where reports are public;
 * `coordinator` one of the organization, or an administrator.
 */
export type Caller = 'anyone' | 'receipt' | 'reader' | 'coordinator' | 'administrator';

/** What the document says of one route. */
export type Operation = {
  readonly id: string;
  readonly tag:
    | 'description'
    | 'form'
    | 'polls'
    | 'responses'
    | 'reports'
    | 'participation'
    | 'administration';
  readonly summary: string;
  readonly description?: string;
  readonly caller: Caller;
  /** Pages for people; problems where nothing is said. */
  readonly refusesWith?: 'pages';
  readonly query?: readonly QueryName[];
  readonly requestHeaders?: readonly 'If-None-Match'[];
  readonly body?: Body & { readonly description: string };
  readonly answers: Readonly<Record<number, Answer>>;
  /** What it refuses, beyond what every operation may. */
  readonly problems: readonly ProblemCode[];
};

/** Operations by their routes, such as `GET /v1/polls/{poll}`. */
export type Operations = Readonly<Record<string, Operation>>;
