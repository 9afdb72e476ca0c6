import { expect, test } from 'vitest';
import { rollUpTallies } from '../../../functions/roll-up-tallies/roll-up-tallies.ts';
import { PollDefinition } from '../../../schemas/poll.ts';
import type { OrganizationTally } from '../../../schemas/tally.ts';
import { textOf } from '../../functions/roll-up-tallies/release-world.ts';
import {
  aPoll,
  rollUpDeps,
  rollUpWorld,
  someTallies,
} from '../../functions/roll-up-tallies/roll-up-world.ts';
import { aFolder, rankIn } from './a-run.ts';

const DAY = '2027-02-01';

const definition = {
  levels: 5,
  publishedAttributes: ['region'],
  categories: [
    { id: 'training', items: ['mentors', 'toolkits'] },
    { id: 'housing', items: ['homes', 'jobs'] },
  ],
};

/** Rows that an organization's tally counts. */
const rowsOf = ({ organization, responses, counts }: OrganizationTally): readonly string[] => {
  const answers = counts.map((levels) =>
    levels.flatMap((count, index) => new Array<number>(count).fill(index + 1)),
  );
  return Array.from({ length: responses }, (_, row) =>
    [organization, ...answers.map((levels) => levels[row] ?? '')].join(),
  );
};

test("the files are byte by byte those of the roll-up's final release", async () => {
  const tallies = someTallies(24, 20);
  const world = rollUpWorld({
    polls: new Map([['calls', aPoll({ definition: PollDefinition.parse(definition) })]]),
    tallies,
    now: new Date(`${DAY}T00:02:00Z`),
    seal: { sealedAt: `${DAY}T00:01:00.000Z`, day: DAY },
  });
  const deps = rollUpDeps(world);
  await rollUpTallies(deps);
  const { latest } = world;
  const organizations = await deps.organizations.list('calls');

  using folder = aFolder();
  folder.write('poll.json', JSON.stringify(definition));
  folder.write(
    'responses.csv',
    `organization,mentors,toolkits,homes,jobs\n${tallies.flatMap(rowsOf).join('\n')}\n`,
  );
  const lines = organizations.map(({ id, attributes, peopleServed }) =>
    [id, attributes.region, peopleServed].join(),
  );
  folder.write('organizations.csv', `id,region,peopleServed\n${lines.join('\n')}\n`);
  const { code } = await rankIn(
    folder,
    ...['--organizations', folder.at('organizations.csv')],
    ...['--id', 'calls', '--as-of', DAY],
  );

  expect(code).toBe(0);
  const paths = (latest?.files ?? []).map(({ path }) => path);
  expect(folder.list('out')).toEqual(paths.toSorted());
  for (const path of paths) {
    expect(folder.read(`out/${path}`)).toBe(textOf(world, latest?.snapshot, path));
  }
});
