import { CORRELATION } from '../../schemas/format.ts';

const textAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (within, name) =>
      typeof within === 'object' && within !== null && Object.hasOwn(within, name)
        ? (within as Readonly<Record<string, unknown>>)[name]
        : undefined,
    value,
  );

/**
 * The id that ties together what one request brings about: the gateway's id of an HTTP request
 * (which its access log has, too), or the `correlation` that whoever invoked the function passed
 * on; undefined where neither is there. A header of the client's, such as `traceparent`, is not
 * taken: what a client makes up could be a response id, and would end in every log.
 */
export const correlationOf = (event: unknown): string | undefined => {
  const given = textAt(event, 'requestContext', 'requestId') ?? textAt(event, 'correlation');
  return typeof given === 'string' && CORRELATION.test(given) ? given : undefined;
};
