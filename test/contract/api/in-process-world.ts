import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ApiWorld } from '../../api/api-world.ts';
import { countTallied } from '../../api/count-tallied.ts';
import { inProcessGateway } from '../../api/in-process/gateway.ts';
import { synthesizedRoutes } from '../../api/in-process/synthesized-routes.ts';
import { createTokenIssuer } from '../../api/token-issuer.ts';
import { aContext } from '../../functions/gateway.ts';
import { createSurroundingServer } from './surrounding-server.ts';
import { createSurroundings } from './surroundings.ts';

const GRACE_SECONDS = 1;

/**
 * The API in process: the very handlers, over an emulator's tables and buckets. What a stream
 * and schedules do in a deployment is done here when it is asked for.
 */
export const createInProcessWorld = async (
  endpoint: string,
): Promise<ApiWorld & { readonly close: () => void }> => {
  const issuer = await createTokenIssuer();
  const surroundings = await createSurroundings(endpoint);
  const server = await createSurroundingServer({
    keys: issuer.keys,
    invoke: (name, payload) => (name.endsWith('sweep') ? sweep : rollUp)(payload, aContext()),
  });
  Object.assign(process.env, {
    ...surroundings,
    ...{ AWS_ENDPOINT_URL: endpoint, AWS_ENDPOINT_URL_LAMBDA: server.url, AWS_REGION: 'us-east-1' },
    ...{ AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' },
    ...{ TOKEN_ISSUER: issuer.url, TOKEN_AUDIENCE: issuer.audience, TOKEN_JWKS_URI: server.url },
    ...{ ROLES_CLAIM: 'cognito:groups', ROLLUP_FUNCTION: 'roll-up', CACHE_SECONDS: '0' },
    SITE_URL: 'http://localhost:8080',
    TIME_ZONE: 'America/Chicago',
    ...{ GRACE_SECONDS: String(GRACE_SECONDS), RECHECK_SECONDS: '300' },
    SCHEDULE_ROLE_ARN: 'arn:aws:iam::000000000000:role/schedules',
    SWEEP_FUNCTION_ARN: 'arn:aws:lambda:us-east-1:000000000000:function:sweep',
    ...{ POWERTOOLS_SERVICE_NAME: 'in-process', POWERTOOLS_LOG_LEVEL: 'INFO' },
    POWERTOOLS_METRICS_NAMESPACE: 'groundswell',
  });
  const { handler: rollUp } = await import('../../../functions/roll-up-tallies/handler.ts');
  const { handler: sweep } = await import('../../../functions/sweep-tallies/handler.ts');
  const { handler: intake } = await import('../../../functions/collect-response/handler.ts');
  const { handler: form } = await import('../../../functions/render-form/handler.ts');
  const { handler: directory } = await import('../../../functions/describe-poll/handler.ts');
  const { handler: reports } = await import('../../../functions/serve-reports/handler.ts');
  const { handler: participation } = await import(
    '../../../functions/show-participation/handler.ts'
  );
  const { handler: administration } = await import('../../../functions/manage-polls/handler.ts');
  return {
    call: inProcessGateway(
      synthesizedRoutes(),
      { intake, form, directory, reports, participation, administration },
      issuer.verify,
    ),
    tokenOf: issuer.issue,
    tallied: async (poll, responses) => {
      await sweep({ kind: 'recount' }, aContext());
      const counted = await countTallied(endpoint, surroundings.TALLIES_TABLE, poll);
      expect(counted).toBe(responses);
    },
    sealed: async (poll) => {
      await sleep(GRACE_SECONDS * 1000 + 100);
      await sweep({ kind: 'seal', poll }, aContext());
    },
    close: server.close,
  };
};
