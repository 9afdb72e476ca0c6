import { beforeAll, describe, expect, test } from 'vitest';
import { resourcesOf } from '../lib/synthesized.ts';
import { ACCESS, CALLERS } from './access-table.ts';
import { type AccessWorld, accessAsText, describeAccess } from './describe-access.ts';
import { describeMethods } from './describe-methods.ts';
import { anApiInMemory } from './in-process/in-memory-api.ts';
import { synthesizedRoutes } from './in-process/synthesized-routes.ts';
import { createTokenIssuer } from './token-issuer.ts';

let made: AccessWorld;

beforeAll(async () => {
  const issuer = await createTokenIssuer();
  const { call, kept } = anApiInMemory(issuer, synthesizedRoutes());
  kept.now = new Date();
  made = {
    call,
    callers: CALLERS,
    tokenOf: issuer.issue,
    faultyToken: issuer.issueWithFault,
    tallied: async () => {},
    sealed: async () => {},
  };
  console.log(accessAsText(ACCESS));
});

describe('the table of access', () => {
  test('has a row for every route of the gateway, and for no other', () => {
    const routes = resourcesOf('production', 'AWS::ApiGatewayV2::Route');
    const keys = routes.map(({ Properties }) => String(Properties.RouteKey));
    expect([...new Set(ACCESS.map(({ call }) => call))].sort()).toEqual(keys.sort());
  });

  test('has each row once', () => {
    const names = ACCESS.map(({ call, when }) => `${call} ${when}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the API in process', () => {
  describeAccess(() => made);
  describeMethods(() => made, ['HEAD', 'OPTIONS', 'PATCH']);
});
