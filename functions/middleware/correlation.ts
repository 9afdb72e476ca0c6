import { CORRELATION } from '../../schemas/format.ts';

const textAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (within, name) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, name)
        ? (within as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );

/** An odd id is left out: it must never be why an event is refused. */
const checked = (id: unknown): string | undefined =>
  typeof id === 'string' && CORRELATION.test(id) ? id : undefined;

/**
 * The id that ties together what one request brings about: the gateway's id of an HTTP request
 * (which its access log has, too), or the `correlation` that whoever invoked the function passed
 * on; undefined where neither is there. A header of the client's, such as `traceparent`, is not
 * taken: what a client makes up could be a response id, and would end in every log.
 */
export const correlationOf = (event: unknown): string | undefined => {
  return checked(textAt(event, 'requestContext', 'requestId') ?? textAt(event, 'correlation'));
};

/** What the invocation under way is part of. A function runs one invocation at a time. */
export type Correlation = {
  /** Takes over the invocation's id: that of whoever caused it, or Lambda's own for it. */
  readonly begin: (event: unknown, context: { readonly awsRequestId: string }) => void;
  /** The id of the invocation under way; undefined before the first. */
  readonly current: () => string | undefined;
};

/**
 * One id for an invocation, to be in its every log entry, in every event that it sends, and in
 * what it has other functions do.
 */
export const createCorrelation = (): Correlation => {
  let id: string | undefined;
  return {
    begin: (event, context) => {
      id = correlationOf(event) ?? checked(context.awsRequestId);
    },
    current: () => id,
  };
};
