import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

/** What an HTTP function reads of a request: nothing that tells who sent it, but its token. */
export type HttpEvent = Pick<
  APIGatewayProxyEventV2,
  'routeKey' | 'headers' | 'body' | 'isBase64Encoded'
> & {
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly requestContext?: {
    /** The gateway's own id of the request. */
    readonly requestId?: string;
    readonly authorizer?: Partial<
      APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']['authorizer']
    >;
  };
};

/** A part of the path; empty where the route has none of that name. */
export const pathParameter = (event: HttpEvent, name: string): string =>
  event.pathParameters?.[name] ?? '';

/** What a claim of the request's token says; the gateway has checked the token. */
export const claimOf = (event: HttpEvent, name: string): unknown => {
  const claims: Readonly<Record<string, unknown>> =
    event.requestContext?.authorizer?.jwt?.claims ?? {};
  return Object.hasOwn(claims, name) ? claims[name] : undefined;
};
