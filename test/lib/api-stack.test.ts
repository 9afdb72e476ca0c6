import { describe, expect, it } from 'vitest';
import { resolve } from './resolve.ts';
import { type Located, resourcesOf, STAGES, templateOf } from './synthesized.ts';

const RESPONSE = '/v1/polls/{poll}/organizations/{organization}/responses/{id}';

/** Every route: the function that answers it. */
const OPEN_ROUTES = {
  [`PUT ${RESPONSE}`]: 'intake',
  [`GET ${RESPONSE}`]: 'intake',
  [`DELETE ${RESPONSE}`]: 'intake',
  'GET /v1/openapi.json': 'directory',
  'GET /p/{poll}/{organization}': 'form',
  'POST /p/{poll}/{organization}': 'form',
  'GET /p/{poll}/{organization}/about': 'form',
  'GET /p/{poll}': 'form',
  'GET /p/worker.js': 'form',
  'GET /p/qr.js': 'form',
  'GET /p/aloud.js': 'form',
  'GET /v1/polls/{poll}': 'directory',
  'GET /v1/polls/{poll}/organizations/{organization}': 'directory',
  $default: 'directory',
  'GET /v1/polls/{poll}/reports': 'reports',
  'GET /v1/polls/{poll}/reports/latest/{file}': 'reports',
  'GET /v1/polls/{poll}/reports/{snapshot}/{file}': 'reports',
};
const PROTECTED_ROUTES = {
  'GET /v1/polls/{poll}/participation': 'participation',
  'GET /v1/organizations/{organization}/polls': 'participation',
  'GET /v1/polls': 'administration',
  'PUT /v1/polls/{poll}': 'administration',
  'GET /v1/polls/{poll}/audit': 'administration',
  'GET /v1/polls/{poll}/settings': 'administration',
  'GET /v1/polls/{poll}/organizations': 'administration',
  'POST /v1/polls/{poll}/organizations': 'administration',
  'PUT /v1/polls/{poll}/organizations/{organization}': 'administration',
  'GET /v1/polls/{poll}/organizations/{organization}/exclusions': 'administration',
  'PUT /v1/polls/{poll}/organizations/{organization}/exclusions': 'administration',
  'POST /v1/polls/{poll}/open': 'administration',
  'POST /v1/polls/{poll}/close': 'administration',
  'GET /v1/polls/{poll}/release': 'administration',
  'POST /v1/polls/{poll}/release': 'administration',
};

const { Resources } = templateOf('production', 'api');

/** The name of the function behind a route, without `groundswell-production-`. */
const functionBehind = ({ Properties }: Located): string => {
  const target = String(resolve('production', 'api', Properties.Target));
  const integration = Resources[target.replace('integrations/', '')];
  const uri = String(resolve('production', 'api', integration?.Properties.IntegrationUri));
  return uri.replace(/.*groundswell-production-/, '');
};

const routesWith = (authorization: string): Record<string, string> =>
  Object.fromEntries(
    resourcesOf('production', 'AWS::ApiGatewayV2::Route')
      .filter(({ Properties }) => (Properties.AuthorizationType ?? 'NONE') === authorization)
      .map((route) => [String(route.Properties.RouteKey), functionBehind(route)]),
  );

describe('the routes of the API', () => {
  it('ask for no token where anyone or the holder of a receipt may call', () => {
    expect(routesWith('NONE')).toEqual(OPEN_ROUTES);
  });

  it('ask for a token where an administrator must call', () => {
    expect(routesWith('JWT')).toEqual(PROTECTED_ROUTES);
  });

  it('are all of one of these two kinds', () => {
    const known = Object.keys({ ...OPEN_ROUTES, ...PROTECTED_ROUTES });
    expect(resourcesOf('production', 'AWS::ApiGatewayV2::Route')).toHaveLength(known.length);
  });

  it('may each call their function, and nothing else may', () => {
    const permissions = resourcesOf('production', 'AWS::Lambda::Permission');
    expect(permissions).toHaveLength(Object.keys({ ...OPEN_ROUTES, ...PROTECTED_ROUTES }).length);
    for (const { Properties } of permissions) {
      expect(Properties.Principal).toBe('apigateway.amazonaws.com');
      expect(Properties.SourceArn).toBeDefined();
    }
  });
});

describe.each(STAGES)('the gateway of stage %s', (stage) => {
  const [gatewayStage] = resourcesOf(stage, 'AWS::ApiGatewayV2::Stage');

  it("accepts the tokens of the stage's user pool that are meant for its client", () => {
    const [authorizer] = resourcesOf(stage, 'AWS::ApiGatewayV2::Authorizer');
    expect(resolve(stage, 'api', authorizer?.Properties)).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [expect.stringMatching(/^PeoplePoolClient/)],
        Issuer: expect.stringMatching(/^https:\/\/PeoplePool/),
      },
    });
  });

  it('throttles', () => {
    const { DefaultRouteSettings } = gatewayStage?.Properties ?? {};
    expect(DefaultRouteSettings).toEqual({
      ThrottlingRateLimit: { local: 1000, development: 50, production: 200 }[stage],
      ThrottlingBurstLimit: { local: 1000, development: 100, production: 400 }[stage],
    });
  });

  it('logs route key, both statuses, latency and request id of a request, and nothing else', () => {
    expect(gatewayStage?.Properties.AccessLogSettings).toMatchObject({
      Format: JSON.stringify({
        requestId: '$context.requestId',
        routeKey: '$context.routeKey',
        status: '$context.status',
        latencyMs: '$context.responseLatency',
        functionStatus: '$context.integration.status',
      }),
    });
  });

  it('logs to a group that forgets', () => {
    const group = resourcesOf(stage, 'AWS::Logs::LogGroup').find(
      ({ Properties }) => Properties.LogGroupName === `/aws/apigateway/groundswell-${stage}-api`,
    );
    expect(group?.Properties.RetentionInDays).toBe(
      { local: 1, development: 7, production: 90 }[stage],
    );
  });

  it('answers no page of another origin', () => {
    const [api] = resourcesOf(stage, 'AWS::ApiGatewayV2::Api');
    expect(api?.Properties.CorsConfiguration).toBeUndefined();
  });
});
