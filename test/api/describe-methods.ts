import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../local/api/call.ts';
import { withToken } from '../../local/api/ensure-accepted.ts';
import { ORGANIZATIONS, openPoll } from './a-poll.ts';
import { ACCESS } from './access-table.ts';
import type { ApiWorld } from './api-world.ts';
import { headerFaults } from './header-table.ts';

/** Every path of the API and of the form. */
const PATHS = [...new Set(ACCESS.map(({ call }) => call.split(' ')[1] ?? ''))].filter(
  (path) => path !== '',
);

/**
 * What the gateway answers to methods that no call has, with and without a token: that there is
 * nothing, as everywhere else. Nothing tells which methods a path has, and no other site is let in.
 */
export const describeMethods = (world: () => ApiWorld, methods: readonly string[]): void => {
  let poll: string;

  beforeAll(async () => {
    poll = await openPoll(world(), { reports: 'public' });
  });

  describe.each(methods)('%s', (method) => {
    test.each(PATHS)('of %s is nothing', async (path) => {
      const values: Readonly<Record<string, string>> = {
        ...{ poll, organization: ORGANIZATIONS[0], id: '0'.repeat(32) },
        ...{ snapshot: '000001-0123456789ab', file: 'priorities.csv' },
      };
      const request = {
        method,
        path: path.replaceAll(/\{(\w+)\}/g, (_all, name) => values[name] ?? ''),
        headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'PUT' },
      };
      const token = await world().tokenOf('administrator');
      for (const call of [world().call, withToken(world().call, token)]) {
        const answer = await call(request);
        expect(answer.status).toBe(404);
        expect(answer.headers['content-type']).toBe('application/problem+json');
        expect(answer.headers).not.toHaveProperty('allow');
        expect(headerFaults(answer, undefined, false)).toEqual([]);
        // Of HEAD a gateway leaves out the body.
        if (answer.body.length > 0) expect(textOf(answer)).toContain('"code":"not-found"');
      }
    });
  });
};
