import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { callOverHttp } from './api/call.ts';
import { ensurePoll } from './demonstration/ensure-poll.ts';
import { demonstrationOrganizations } from './demonstration/organizations.ts';
import { recount } from './demonstration/recount.ts';
import { readShippedPoll } from './demonstration/shipped-poll.ts';
import { bringUp } from './deployment/bring-up.ts';
import type { Deployment } from './deployment/describe-deployment.ts';
import { writeLocalFile } from './people/local-file.ts';
import { demonstrationUsers, type User } from './people/users.ts';
import { type Places, placesIn, shown } from './places.ts';
import { requireFreePort } from './ports.ts';
import { type Program, runProgram } from './program/run-program.ts';
import { buildPages } from './site/build-pages.ts';
import { readBuiltPages } from './site/built-pages.ts';
import { serveSite } from './site/serve-site.ts';
import { siteConfig } from './site/site-config.ts';
import { startPage } from './site/start-page.ts';
import { readStartOptions } from './start-options.ts';

const POLL = 'calls-to-action';
const ORGANIZATION = demonstrationOrganizations[0]?.id ?? '';

/** Brings Groundswell up on this machine and keeps it up until Ctrl-C. */
await runProgram(async (program) => {
  const { port, emulatorPort, state } = readStartOptions(process.argv.slice(2), process.env);
  const places = placesIn(state);
  const users = demonstrationUsers(ORGANIZATION);
  program.say('Groundswell on this machine\n');
  await requireFreePort(port, '--port');
  if (!process.env.GROUNDSWELL_AWS_ENDPOINT) await requireFreePort(emulatorPort, '--emulator-port');

  const siteUrl = `http://localhost:${port}`;
  const running = await bringUp(program, { port: emulatorPort, siteUrl, places, users });
  const { emulator, deployment } = running;
  await preparePoll(program, deployment, users);
  await serve(program, deployment, places, port);
  await writeLocalFile(places.description, { siteUrl, ...deployment, poll: POLL, users });
  program.atEnd(() => rm(places.description, { force: true }));

  tellWhatThereIs(program, siteUrl, deployment, places, users);
  await Promise.race([once(program.signal, 'abort'), emulator.ended]);
  program.say('\n');
  if (program.signal.aborted) return 0;
  program.say(`The emulator ended by itself. Its log: ${shown(places.logs)}/emulator.log`);
  return 1;
});

async function preparePoll(
  program: Program,
  deployment: Deployment,
  users: readonly User[],
): Promise<void> {
  const definition = await readShippedPoll();
  const call = callOverHttp(deployment.apiUrl, program.signal);
  const found = await program.stage('Opening the demonstration poll', () =>
    ensurePoll(call, deployment, users, POLL, definition),
  );
  if (found === 'new') return;
  await program.stage('Counting everything anew after the restart', () => recount(deployment));
}

async function serve(
  program: Program,
  deployment: Deployment,
  places: Places,
  port: number,
): Promise<void> {
  const built = await program.stage('Building the pages', () => buildPages(program, places));
  const pages = await readBuiltPages(built, siteConfig(deployment));
  const site = await serveSite({
    ...{ port, apiUrl: deployment.apiUrl },
    ...{ page: startPage(POLL, ORGANIZATION), pages },
  });
  program.atEnd(site.close);
}

function tellWhatThereIs(
  { say }: Program,
  siteUrl: string,
  deployment: Deployment,
  places: Places,
  users: readonly User[],
): void {
  const row = (...cells: readonly string[]) =>
    say(`  ${cells.map((cell, index) => cell.padEnd([15, 27, 0][index] ?? 0)).join('')}`.trimEnd());
  say('\nGroundswell is up.\n');
  row('Site', siteUrl);
  row('Form', `${siteUrl}/p/${POLL}/${ORGANIZATION}`);
  row('Poll', `${siteUrl}/v1/polls/${POLL}`);
  row('Results', `${siteUrl}/results/${POLL}`);
  row('Coordinator', `${siteUrl}/organizations/${ORGANIZATION}`);
  row('AWS', `${deployment.emulatorUrl} (the emulator)`);
  row('State', `${shown(places.directory)} (kept; delete it to begin anew)`);
  row('Scripts', `${shown(places.description)} says where everything is`);
  say('');
  row('Role', 'User', 'Password');
  for (const { role, email, password } of users) row(role.split(':')[0] ?? '', email, password);
  say(`\nThe coordinator looks after ${ORGANIZATION}.`);
  say('"npm run token -- planner" prints an access token.');
  say('Ctrl-C stops everything and keeps the state.');
}
