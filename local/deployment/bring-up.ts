import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { clientSettings } from '../aws/client-settings.ts';
import { findEmulator, obtainEmulator } from '../emulator/obtain-emulator.ts';
import { saveFunctionLogs } from '../emulator/save-function-logs.ts';
import type { Emulator } from '../emulator/start-emulator.ts';
import { createUsers } from '../people/create-users.ts';
import type { User } from '../people/users.ts';
import { type Places, shown } from '../places.ts';
import type { Program } from '../program/run-program.ts';
import { deploy } from './deploy.ts';
import type { Deployment } from './describe-deployment.ts';

const FAILED = 1;

/** What runs once everything is up. */
export type Running = { readonly emulator: Emulator; readonly deployment: Deployment };

/** Starts or finds an emulator, deploys to it and signs the users up. */
export const bringUp = async (
  program: Program,
  settings: {
    readonly port: number;
    readonly siteUrl: string;
    readonly places: Places;
    readonly users: readonly User[];
  },
): Promise<Running> => {
  const { port, siteUrl, places, users } = settings;
  const emulator = await bringUpEmulator(program, port, places);
  const { endpoint } = emulator;
  const deployment = await deploy(program, { endpoint, siteUrl, places });
  program.atEnd((code) => keepLogs(program, deployment, places, code));
  await program.stage('Signing up the users', () => {
    const client = new CognitoIdentityProviderClient(clientSettings(endpoint));
    return createUsers(client, deployment.userPool, users);
  });
  return { emulator, deployment };
};

const bringUpEmulator = async (
  program: Program,
  port: number,
  places: Places,
): Promise<Emulator> => {
  const source = await findEmulator();
  if (source.kind === 'given') {
    program.say(`  Using the emulator at ${source.endpoint}`);
    return obtainEmulator(source, { port, places });
  }
  if (!source.installed) {
    await program.stage('Installing the emulator, once', () => source.python());
  }
  const emulator = await program.stage(`Starting the emulator on port ${port}`, () =>
    obtainEmulator(source, { port, places }),
  );
  program.atEnd(() => program.stage('Stopping the emulator', emulator.stop));
  return emulator;
};

/** After a failure one wants to know what the functions said. */
const keepLogs = async (
  program: Program,
  { emulatorUrl, functions }: Deployment,
  { logs }: Places,
  code: number,
): Promise<void> => {
  if (code !== FAILED) return;
  await saveFunctionLogs(emulatorUrl, Object.values(functions), join(logs, 'functions.log'));
  program.say(`  What the functions and the emulator logged: ${shown(logs)}`);
};
