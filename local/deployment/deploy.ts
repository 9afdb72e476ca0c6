import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ACCOUNT, REGION } from '../aws/client-settings.ts';
import { commandEnvironment } from '../aws/command-environment.ts';
import { COMMANDS, type Places } from '../places.ts';
import { runCommand } from '../program/run-command.ts';
import type { Program } from '../program/run-program.ts';
import { type Deployment, describeDeployment } from './describe-deployment.ts';

const CDK = join(COMMANDS, 'cdk');
const QUIETLY = ['--no-notices', '--no-color', '--ci'];

type Settings = { readonly endpoint: string; readonly places: Places };

/** Where {@link deploy} leaves what it synthesized. */
export const assemblyIn = ({ directory }: Places): string => join(directory, 'cdk.out');

/** The `local` stage's stacks, deployed to the emulator at `endpoint` as they are to AWS. */
export const deploy = async (
  program: Pick<Program, 'stage' | 'signal'>,
  settings: Settings & { readonly siteUrl: string },
): Promise<Deployment> => {
  const { endpoint, siteUrl, places } = settings;
  const assembly = assemblyIn(places);
  const cdk = cdkOf(program, settings);
  const context = ['-c', 'stage=local', '-c', `siteUrl=${siteUrl}`];

  await program.stage('Building the functions and their stacks', () =>
    cdk('synth', [
      ...['synth', '--all', '--quiet', '--output', assembly],
      ...[...context, '-c', `userPoolEndpoint=${endpoint}`],
    ]),
  );
  await program.stage('Preparing the emulator for the CDK', () =>
    prepareForCdk(program, settings, assembly),
  );
  return program.stage('Deploying the stacks data, pipeline and api', () =>
    deployAssembly(program, settings, assembly),
  );
};

/** Makes what the CDK needs in an account before its first deployment. */
export const prepareForCdk = (
  program: Pick<Program, 'signal'>,
  settings: Settings,
  assembly: string,
): Promise<void> =>
  cdkOf(program, settings)('bootstrap', [
    ...['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', assembly],
  ]);

/** Deploys what was synthesized into `assembly` to an emulator that was prepared for the CDK. */
export const deployAssembly = async (
  program: Pick<Program, 'signal'>,
  settings: Settings,
  assembly: string,
): Promise<Deployment> => {
  const { endpoint, places } = settings;
  const outputs = join(places.directory, 'outputs.json');
  await rm(outputs, { force: true });
  await cdkOf(program, settings)('deploy', [
    ...['deploy', '--all', '--app', assembly, '--outputs-file', outputs],
    // Change sets of the emulator overlook a change of nothing but outputs.
    ...['--method', 'direct', '--require-approval', 'never'],
  ]);
  return describeDeployment(endpoint, JSON.parse(await readFile(outputs, 'utf8')));
};

const cdkOf =
  ({ signal }: Pick<Program, 'signal'>, { endpoint, places }: Settings) =>
  (name: string, args: readonly string[]): Promise<void> =>
    runCommand(CDK, [...args, ...QUIETLY], {
      env: commandEnvironment(endpoint),
      log: join(places.logs, `${name}.log`),
      signal,
    });
