import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandEnvironment } from './aws/command-environment.ts';
import { bringUp } from './deployment/bring-up.ts';
import { assemblyIn } from './deployment/deploy.ts';
import { demonstrationUsers } from './people/users.ts';
import { COMMANDS, PROJECT, placesIn, shown } from './places.ts';
import { findFreePort } from './ports.ts';
import { runCommand } from './program/run-command.ts';
import { type Program, runProgram } from './program/run-program.ts';
import { readTemplate, stacksIn, type Template, trimTemplate } from './release/assembly.ts';
import { readHeldData } from './release/held-data.ts';
import { writeKeptRelease } from './release/kept-release.ts';
import { runSmallPoll } from './release/run-small-poll.ts';

/**
 * Keeps of today's version what the next one must neither replace nor lose: the templates of
 * the stages `local` and `production`, and what a small poll leaves in tables and buckets.
 */
await runProgram(async (program) => {
  const { version } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-release-'));
  program.atEnd(() => rm(directory, { recursive: true, force: true }));
  const places = placesIn(join(directory, 'run'));
  program.say(`Keeping release ${version}\n`);

  const production = join(directory, 'production');
  await synthesizeProduction(program, production);
  const users = demonstrationUsers('first');
  const siteUrl = 'http://localhost:8080';
  const port = await findFreePort();
  const { deployment } = await bringUp(program, { port, siteUrl, places, users });
  const { poll, responses } = await program.stage('Running a small poll', () =>
    runSmallPoll(deployment, users),
  );
  const kept = await writeKeptRelease({
    version,
    templates: {
      ...(await templatesIn(production)),
      ...(await templatesIn(assemblyIn(places))),
    },
    data: await readHeldData(deployment),
    poll,
    responses,
  });
  program.say(`\nKept in ${shown(kept)}\n`);
  return 0;
});

async function synthesizeProduction(program: Program, output: string): Promise<void> {
  const context = ['-c', 'stage=production', '-c', 'siteUrl=https://poll.example.org'];
  await program.stage('Synthesizing the stage production', () =>
    runCommand(
      join(COMMANDS, 'cdk'),
      ['synth', '--all', '--quiet', '--output', output, ...context],
      { env: commandEnvironment(''), log: `${output}.log`, signal: program.signal },
    ),
  );
}

async function templatesIn(directory: string): Promise<Readonly<Record<string, Template>>> {
  const stacks = await stacksIn(directory);
  const templates = stacks.map(
    async ({ name, file }) => [name, trimTemplate(await readTemplate(directory, file))] as const,
  );
  return Object.fromEntries(await Promise.all(templates));
}
