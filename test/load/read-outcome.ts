import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Call } from '../../local/api/call.ts';
import { listSnapshots } from '../../local/api/reports.ts';
import { countDifferences } from '../../local/demonstration/count-differences.ts';
import { downloadSnapshot } from '../../local/demonstration/download-snapshot.ts';
import type { Journal } from '../../local/demonstration/journal.ts';
import { readCsv } from '../../local/demonstration/read-csv.ts';
import { writeResponses } from '../../local/demonstration/write-responses.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';
import type { PollDefinition } from '../../schemas/poll.ts';
import type { Snapshot } from '../../schemas/release.ts';
import { compareLevels } from './compare-levels.ts';
import { compareStored } from './compare-stored.ts';
import type { LoadOutcome } from './tell-outcome.ts';

/** What is found in what was published and stored. */
type Found = Pick<
  LoadOutcome,
  | 'counts'
  | 'interimReleases'
  | 'stored'
  | 'inForce'
  | 'published'
  | 'items'
  | 'scale'
  | 'levels'
  | 'figures'
>;

/** Compares what is stored and what was published with what the clients were told. */
export const readOutcome = async (settings: {
  readonly deployment: Deployment;
  readonly planner: Call;
  readonly poll: string;
  readonly definition: PollDefinition;
  readonly final: Snapshot;
  readonly journal: Journal;
  readonly out: string;
}): Promise<Found> => {
  const { deployment, planner, poll, definition, final, journal, out } = settings;
  const items = definition.categories.flatMap((category) => category.items.map(({ id }) => id));
  const inForce = journal.inForce();
  await downloadSnapshot(planner, poll, final, out);
  await writeResponses(join(out, 'responses.csv'), items, inForce);
  const read = async (name: string) => readCsv(await readFile(join(out, name), 'utf8'));
  const snapshots = await listSnapshots(planner, poll);
  const [statewide] = await read('participation.csv');
  return {
    counts: journal.counts(),
    interimReleases: snapshots.filter(({ kind }) => kind === 'interim').length,
    stored: await compareStored(deployment, poll, items, inForce),
    inForce: inForce.length,
    published: Number(statewide?.responses),
    items: items.length,
    scale: definition.levels,
    levels: compareLevels(inForce, items, definition.levels, await read('distribution.csv')),
    figures: countDifferences(await read('responses.csv'), await read('priorities.csv')),
  };
};
