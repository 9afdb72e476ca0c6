import { decodeJwt } from 'jose';
import type { ApiAnswer, ApiRequest, Call } from '../../../local/api/call.ts';
import { aContext, answerOf, gatewayTo, type Route } from '../../functions/gateway.ts';
import type { SynthesizedRoute } from './synthesized-routes.ts';

type Invoke = Route['invoke'];

const PARAMETER = /\{\w+\}/g;

/**
 * Stands in for the gateway: the stacks' routes, each to the handler of its function, with the
 * check of tokens where the stacks ask for it, and `$default` for the rest. It trusts a token's
 * signature, which is the real gateway's to check.
 */
export const inProcessGateway = (
  routes: readonly SynthesizedRoute[],
  handlers: Readonly<Record<string, Invoke>>,
): Call => {
  const handlerOf = ({ target }: SynthesizedRoute): Invoke => {
    const handler = handlers[target];
    if (!handler) throw new Error(`no handler for ${target}`);
    return handler;
  };
  return async (request) => {
    const route = routes.find(({ key }) => matches(key, request));
    const fallback = routes.find(({ key }) => key === '$default');
    if (!route && fallback) return toDefault(handlerOf(fallback), request);
    if (!route) throw new Error('the stacks have no $default route');
    const claims = route.isProtected ? claimsIn(request) : {};
    if (!claims) return UNAUTHORIZED;
    return gatewayTo([{ key: route.key, invoke: handlerOf(route) }], claims)(request);
  };
};

/** A route without parameters goes before one with. */
const matches = (key: string, { method, path }: ApiRequest): boolean =>
  new RegExp(`^${key.replaceAll(PARAMETER, '[^/]+')}$`).test(`${method} ${path.split('?')[0]}`);

const toDefault = async (invoke: Invoke, request: ApiRequest): Promise<ApiAnswer> => {
  const event = { routeKey: '$default', headers: request.headers ?? {}, isBase64Encoded: false };
  return answerOf(await invoke(event, aContext()));
};

/** Claims as the gateway hands them over: strings, a list as `[a b]`. */
const claimsIn = ({ headers }: ApiRequest): Record<string, string> | undefined => {
  try {
    const claims = decodeJwt((headers?.authorization ?? '').replace('Bearer ', ''));
    return Object.fromEntries(
      Object.entries(claims).map(([name, value]) => [
        name,
        Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
      ]),
    );
  } catch {
    return undefined;
  }
};

const UNAUTHORIZED: ApiAnswer = {
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: new TextEncoder().encode('{"message":"Unauthorized"}'),
};
