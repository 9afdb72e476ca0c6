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

/** The `local` stage's stacks, deployed to the emulator at `endpoint` as they are to AWS. */
export const deploy = async (
  program: Pick<Program, 'stage' | 'signal'>,
  settings: { readonly endpoint: string; readonly siteUrl: string; readonly places: Places },
): Promise<Deployment> => {
  const { endpoint, siteUrl, places } = settings;
  const assembly = join(places.directory, 'cdk.out');
  const outputs = join(places.directory, 'outputs.json');
  const cdk = (name: string, args: readonly string[]) =>
    runCommand(CDK, [...args, ...QUIETLY], {
      env: commandEnvironment(endpoint),
      log: join(places.logs, `${name}.log`),
      signal: program.signal,
    });
  const context = ['-c', 'stage=local', '-c', `siteUrl=${siteUrl}`];

  await program.stage('Building the functions and their stacks', () =>
    cdk('synth', [
      ...['synth', '--all', '--quiet', '--output', assembly],
      ...[...context, '-c', `userPoolEndpoint=${endpoint}`],
    ]),
  );
  await program.stage('Preparing the emulator for the CDK', () =>
    cdk('bootstrap', ['bootstrap', `aws://${ACCOUNT}/${REGION}`, '--app', assembly]),
  );
  await program.stage('Deploying the stacks data, pipeline and api', async () => {
    await rm(outputs, { force: true });
    await cdk('deploy', [
      ...['deploy', '--all', '--app', assembly, '--outputs-file', outputs],
      // Change sets of the emulator overlook a change of nothing but outputs.
      ...['--method', 'direct', '--require-approval', 'never'],
    ]);
  });
  return describeDeployment(endpoint, JSON.parse(await readFile(outputs, 'utf8')));
};
