import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PollDefinition } from '../schemas/poll.ts';
import { callOverHttp } from './api/call.ts';
import { withToken } from './api/ensure-accepted.ts';
import { closePoll } from './demonstration/close-poll.ts';
import { countDifferences } from './demonstration/count-differences.ts';
import { downloadSnapshot } from './demonstration/download-snapshot.ts';
import { freePollId } from './demonstration/free-poll-id.ts';
import { createJournal, type Journal } from './demonstration/journal.ts';
import { openPoll } from './demonstration/open-poll.ts';
import { demonstrationOrganizations } from './demonstration/organizations.ts';
import { planVisits } from './demonstration/plan-visits.ts';
import { readCsv } from './demonstration/read-csv.ts';
import { sendWhileWaiting } from './demonstration/send-while-waiting.ts';
import { readShippedPoll } from './demonstration/shipped-poll.ts';
import { topPriorities } from './demonstration/tell-priorities.ts';
import { writeResponses } from './demonstration/write-responses.ts';
import { bringUpAlone } from './deployment/bring-up-alone.ts';
import type { Deployment } from './deployment/describe-deployment.ts';
import { accessToken } from './people/access-token.ts';
import { demonstrationUsers, userOf } from './people/users.ts';
import { PROJECT, shown } from './places.ts';
import { readArguments } from './program/read-arguments.ts';
import { type Program, runProgram } from './program/run-program.ts';

const POLL = 'calls-to-action';
const SEED = 20_240_901;
const OPEN_MS = 3_600_000;
const OUT = join(PROJECT, 'out', 'demo');

const organizations = demonstrationOrganizations;
const users = demonstrationUsers(organizations[0]?.id ?? '');

/** A whole poll from the first response to the final ranking, on this machine, on its own. */
await runProgram(async (program) => {
  readArguments(process.argv.slice(2), 'npm run demo');
  program.say('Groundswell: a whole poll on this machine\n');
  const definition = await readShippedPoll();
  const { deployment } = await bringUpAlone(program, { name: 'demo', users });
  const journal = createJournal();
  await runPoll(program, deployment, definition, journal);
  const { code, lines } = await readOutcome(journal);
  await program.end(code);
  for (const line of lines) program.say(line);
  return code;
});

async function runPoll(
  program: Program,
  deployment: Deployment,
  definition: PollDefinition,
  journal: Journal,
): Promise<void> {
  const { signal } = program;
  const call = callOverHttp(deployment.apiUrl, signal);
  const actAs = async (role: string) =>
    withToken(call, await accessToken(deployment, userOf(users, role)));
  const [administrator, planner] = [await actAs('administrator'), await actAs('planner')];
  const closesAt = new Date(Date.now() + OPEN_MS);
  const poll = await freePollId(administrator, POLL);
  const plan = planVisits({ poll, definition, organizations, seed: SEED });

  await program.stage(`Opening the poll to ${organizations.length} organizations`, () =>
    openPoll(administrator, { id: poll, definition, closesAt, organizations }),
  );
  const { before, after } = await program.stage('Sending responses', (show) =>
    sendWhileWaiting({ poll, visits: plan.visits, call, planner, journal, show, signal }),
  );
  program.say(
    `    interim figures came from the schedule after ${before} people, with ${after} to come`,
  );
  const final = await program.stage('Closing the poll, waiting for the final count', () =>
    closePoll({ poll, late: plan.late, call, administrator, planner, journal, signal }),
  );
  await program.stage('Downloading the final reports', async () => {
    await rm(OUT, { recursive: true, force: true });
    await mkdir(OUT, { recursive: true });
    await downloadSnapshot(planner, poll, final, OUT);
  });
  const items = definition.categories.flatMap((category) => category.items.map(({ id }) => id));
  await writeResponses(join(OUT, 'responses.csv'), items, journal.inForce());
}

type Outcome = { readonly code: number; readonly lines: readonly string[] };

async function readOutcome(journal: Journal): Promise<Outcome> {
  const read = (name: string) => readFile(join(OUT, name), 'utf8');
  const [responses, priorities] = [await read('responses.csv'), await read('priorities.csv')];
  const [statewide] = readCsv(await read('participation.csv'));
  const { compared, differences } = countDifferences(readCsv(responses), readCsv(priorities));
  const { requests, refused, retried } = journal.counts();
  const accepted = journal.inForce().length;
  const counted = Number(statewide?.responses);
  const lines = [
    '\nTop priorities: the ranks left open, and the share who agree, every person counting once',
    ...topPriorities(priorities),
    '',
    `${requests} requests, ${refused} refused as they had to be, ${retried} sent again`,
    ...differences,
    `independent count: ${compared} figures compared, ${differences.length} differ`,
    `reports and responses: ${shown(OUT)}`,
    `accepted ${accepted}, counted ${counted}`,
  ];
  return { code: accepted === counted && differences.length === 0 ? 0 : 1, lines };
}
