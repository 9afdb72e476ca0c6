import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { HttpEvent } from '../../../functions/middleware/http-event.ts';
import type { HttpReply } from '../../../functions/middleware/http-reply.ts';
import type { ApiAnswer, ApiRequest, Call } from '../../../local/api/call.ts';
import { aContext, answerOf, bodyOf, lowerCase } from '../../functions/gateway.ts';
import { remembering } from '../../logged/secrets.ts';
import type { SynthesizedRoute } from './synthesized-routes.ts';

type Invoke = (event: HttpEvent, context: Context) => Promise<HttpReply>;
type Claims = Readonly<Record<string, unknown>>;

/** Tells whose token a header carries; undefined where it is not a valid one. */
export type Authorize = (authorization: string) => Promise<Claims | undefined>;

/**
 * Stands in for the gateway: the stacks' routes, each to the handler of its function, with the
 * check of tokens where the stacks ask for it, and `$default` for the rest.
 */
export const inProcessGateway = (
  routes: readonly SynthesizedRoute[],
  handlers: Readonly<Record<string, Invoke>>,
  authorize: Authorize,
): Call => {
  const matchers = [...routes]
    .sort((a, b) => parametersIn(a.key) - parametersIn(b.key))
    .map((route) => ({ ...route, pattern: patternOf(route.key) }));
  const fallback = routes.find(({ key }) => key === '$default');
  return remembering(async (request) => {
    const address = addressOf(request);
    const route = matchers.find(({ pattern }) => pattern.test(address)) ?? fallback;
    const handler = route && handlers[route.target];
    if (!route || !handler) throw new Error('the stacks have no handler for this route');
    const claims = route.isProtected
      ? await authorize(lowerCase(request.headers).authorization ?? '')
      : NO_CLAIMS;
    if (!claims) return UNAUTHORIZED;
    const parameters = patternOf(route.key).exec(address)?.groups ?? {};
    return answerOf(await handler(eventOf(request, route.key, parameters, claims), aContext()));
  });
};

const NO_CLAIMS: Claims = {};

const UNAUTHORIZED: ApiAnswer = {
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode('{"message":"Unauthorized"}'),
};

const parametersIn = (key: string): number => key.split('{').length;

const patternOf = (key: string): RegExp =>
  new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

/** A query plays no part in finding a route. */
const addressOf = ({ method, path }: ApiRequest): string => `${method} ${path.split('?')[0]}`;

/** What is not well encoded is handed over as it came. */
const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** A claim as the gateway hands it over: a string, a list as `[a b]`. */
const textOf = (claim: unknown): string => {
  if (Array.isArray(claim)) return `[${claim.map(textOf).join(' ')}]`;
  return typeof claim === 'object' ? JSON.stringify(claim) : String(claim);
};

/** Of a name that stands twice the gateway joins the values. */
const queryOf = ({ path }: ApiRequest): Pick<HttpEvent, 'queryStringParameters'> => {
  const query = path.split('?')[1];
  if (!query) return {};
  const byName = Map.groupBy(new URLSearchParams(query), ([name]) => name);
  return {
    queryStringParameters: Object.fromEntries(
      [...byName].map(([name, all]) => [name, all.map(([, value]) => value).join()]),
    ),
  };
};

const eventOf = (
  request: ApiRequest,
  routeKey: string,
  parameters: Readonly<Record<string, string>>,
  claims: Claims,
): HttpEvent => ({
  routeKey,
  headers: lowerCase(request.headers),
  ...queryOf(request),
  pathParameters: Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, decoded(value)]),
  ),
  requestContext: {
    requestId: randomUUID(),
    authorizer: {
      jwt: {
        claims: Object.fromEntries(
          Object.entries(claims).map(([name, claim]) => [name, textOf(claim)]),
        ),
        scopes: [],
      },
    },
  },
  ...bodyOf(request),
});
