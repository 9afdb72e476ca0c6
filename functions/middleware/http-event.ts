import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

/** What an HTTP function reads of a request: nothing that tells who sent it, but its token. */
export type HttpEvent = Pick<
  APIGatewayProxyEventV2,
  'routeKey' | 'headers' | 'body' | 'isBase64Encoded'
> & {
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly requestContext?: {
    readonly authorizer?: Partial<
      APIGatewayProxyEventV2WithJWTAuthorizer['requestContext']['authorizer']
    >;
  };
};

/** A part of the path; empty where the route has none of that name. */
export const pathParameter = (event: HttpEvent, name: string): string =>
  event.pathParameters?.[name] ?? '';
