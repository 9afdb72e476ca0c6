import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { TestProject } from 'vitest/node';
import { clientSettings } from '../../local/aws/client-settings.ts';
import { assemblyIn, deploy } from '../../local/deployment/deploy.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import { findEmulator, obtainEmulator } from '../../local/emulator/obtain-emulator.ts';
import { saveFunctionLogs } from '../../local/emulator/save-function-logs.ts';
import type { Emulator } from '../../local/emulator/start-emulator.ts';
import { createUsers } from '../../local/people/create-users.ts';
import { demonstrationUsers, type User, userOf } from '../../local/people/users.ts';
import { type Places, PROJECT, placesIn } from '../../local/places.ts';
import { findFreePort } from '../../local/ports.ts';
import { askThrough } from '../access/ask-through.ts';
import { recordCalls } from '../access/record-calls.ts';
import { RECORDED_CALLS } from '../access/recorded-call.ts';
import { type ExpiringToken, expiringToken } from './expiring-token.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** What is deployed for the end-to-end tests, and who can sign in. */
    deployment: Deployment & { readonly siteUrl: string; readonly users: readonly User[] };
    /** An administrator's, that nobody may accept by the time that it is used. */
    expiring: ExpiringToken;
    /** The directory of what was synthesized for it. */
    assembly: string;
  }
}

const CALLS = join(PROJECT, '.groundswell', 'end-to-end-calls.jsonl');
const FUNCTION_LOGS = join(PROJECT, '.groundswell', 'end-to-end-functions.log');

/** One deployment for all projects of a run that ask for one; each test makes polls of its own. */
export default async (project: TestProject) => {
  if ('deployment' in project.getProvidedContext()) return undefined;
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-end-to-end-'));
  const places = placesIn(join(directory, 'run'));
  const emulator = await obtainEmulator(await findEmulator(), {
    port: await findFreePort(),
    places,
  });
  try {
    const { expiring, ...deployment } = await deployTo(emulator, places);
    const recorder = await recordCallsOf(deployment);
    project.vitest.provide('deployment', deployment);
    project.vitest.provide('expiring', expiring);
    project.vitest.provide('assembly', assemblyIn(places));
    return async () => {
      recorder?.close();
      await saveFunctionLogs(emulator.endpoint, Object.values(deployment.functions), FUNCTION_LOGS);
      await emulator.stop();
      await rm(directory, { recursive: true, force: true });
    };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
};

/**
 * Whatever the functions ask AWS for is kept for the tests of what they may. An emulator that was
 * given may not be on this machine, and could then not reach the recorder.
 */
const recordCallsOf = async ({ emulatorUrl, functions }: Deployment) => {
  if (process.env.GROUNDSWELL_AWS_ENDPOINT) return undefined;
  const recorder = await recordCalls(emulatorUrl, CALLS);
  await askThrough(recorder, emulatorUrl, Object.values(functions));
  process.env[RECORDED_CALLS] = CALLS;
  return recorder;
};

/** A coordinator of an organization that is in no poll of the tests. */
const ELSEWHERE: User = {
  role: 'coordinator:elsewhere',
  email: 'elsewhere@example.org',
  password: 'Local-elsewhere-1',
};

const deployTo = async ({ endpoint }: Emulator, places: Places) => {
  const silent = {
    stage: <T>(_name: string, work: (show: () => void) => Promise<T>) => work(() => {}),
    signal: new AbortController().signal,
  };
  const siteUrl = `http://localhost:${await findFreePort()}`;
  const deployment = await deploy(silent, { endpoint, siteUrl, places });
  const users = [...demonstrationUsers('first'), ELSEWHERE];
  const client = new CognitoIdentityProviderClient(clientSettings(endpoint));
  await createUsers(client, deployment.userPool, users);
  const expiring = await expiringToken(client, deployment, userOf(users, 'administrator'));
  return { ...deployment, siteUrl, users, expiring };
};
