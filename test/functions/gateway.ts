import type { Context } from 'aws-lambda';
import type { HttpEvent } from '../../functions/middleware/http-event.ts';
import type { HttpReply } from '../../functions/middleware/http-reply.ts';
import type { ApiAnswer, ApiRequest, Call } from '../../local/api/call.ts';
import { remembering } from '../logged/secrets.ts';

/** A function behind the gateway, as Lambda would invoke it. */
type Invoke = (event: HttpEvent, context: Context) => Promise<HttpReply>;

/** A route (`GET /v1/polls/{poll}`) and the function that it leads to. */
export type Route = { readonly key: string; readonly invoke: Invoke };

export const aContext = (): Context => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'a-function',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:a-function',
  memoryLimitInMB: '256',
  awsRequestId: 'request-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

const matcherOf = (key: string): RegExp => {
  const [method = '', path = ''] = key.split(' ');
  const pattern = path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${method} ${pattern}$`);
};

/** Headers with their names in small letters, as the gateway hands them over. */
export const lowerCase = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** A body as the gateway hands it over: bytes as base64. */
export const bodyOf = ({ body }: ApiRequest): Pick<HttpEvent, 'body' | 'isBase64Encoded'> => {
  if (body === undefined) return { isBase64Encoded: false };
  if (typeof body === 'string') return { body, isBase64Encoded: false };
  return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
};

const decoded = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]),
  );

/** What a client gets of a function's reply. */
export const answerOf = ({
  statusCode,
  headers,
  body = '',
  isBase64Encoded = false,
}: HttpReply): ApiAnswer => ({
  status: statusCode,
  headers: lowerCase(headers),
  body: new Uint8Array(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')),
});

/**
 * What API Gateway does between HTTP and functions, in process: finds the route, hands over path
 * parameters, body and the token's claims, and sends bytes as base64.
 */
export const gatewayTo = (
  routes: readonly Route[],
  claims: Readonly<Record<string, string>> = {},
): Call => {
  const matchers = routes.map((route) => ({ ...route, matcher: matcherOf(route.key) }));
  return remembering(async (request) => {
    const [path = '', query = ''] = request.path.split('?');
    const parameters = Object.fromEntries(new URLSearchParams(query));
    const address = `${request.method} ${path}`;
    const route = matchers.find(({ matcher }) => matcher.test(address));
    if (!route) throw new Error(`no route for ${request.method}`);
    const event: HttpEvent = {
      routeKey: route.key,
      headers: lowerCase(request.headers),
      pathParameters: decoded(route.matcher.exec(address)?.groups ?? {}),
      ...(query && { queryStringParameters: parameters }),
      requestContext: {
        requestId: 'gateway-request-1',
        authorizer: { jwt: { claims, scopes: [] } },
      },
      ...bodyOf(request),
    };
    return answerOf(await route.invoke(event, aContext()));
  });
};
