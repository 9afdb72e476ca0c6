import { inject } from 'vitest';
import { callOverHttp } from '../../local/api/call.ts';
import { accessToken } from '../../local/people/access-token.ts';
import { userOf } from '../../local/people/users.ts';
import { CALLERS } from '../api/access-table.ts';
import { countTallied } from '../api/count-tallied.ts';
import type { AccessWorld } from '../api/describe-access.ts';
import { eventually } from '../api/eventually.ts';
import { rememberSecretsOf } from '../logged/secrets.ts';
import { faultyTokens, NOT_TO_BE_HAD } from './faulty-tokens.ts';

const TALLIED_MS = 30_000;

/** The API as it is deployed: over HTTP, with the stream, the schedules and the user pool. */
export const deployedWorld = (): AccessWorld => {
  const { users, ...deployment } = inject('deployment');
  const call = callOverHttp(deployment.apiUrl);
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (role: string): Promise<string> => {
    const known = tokens.get(role);
    if (known) return known;
    const user = users.find((candidate) => candidate.role === role);
    if (!user) throw new Error(`nobody is ${role}`);
    const token = accessToken(deployment, user);
    tokens.set(role, token);
    return token;
  };
  return {
    call: (request) => {
      rememberSecretsOf(request);
      return call(request);
    },
    tokenOf,
    callers: CALLERS.filter((caller) => !NOT_TO_BE_HAD.includes(caller)),
    faultyToken: faultyTokens(deployment, userOf(users, 'administrator'), inject('expiring')),
    tallied: async (poll, responses) => {
      await eventually(`tallying ${responses} responses`, TALLIED_MS, async () => {
        const { emulatorUrl, tables } = deployment;
        const counted = await countTallied(emulatorUrl, tables.tallies, poll);
        return counted === responses ? true : undefined;
      });
    },
    sealed: async () => {},
  };
};
