import { describe, expect, it } from 'vitest';
import { sha256 } from '../../adapters/crypto/sha256.ts';
import { namesOf } from '../../core/report/describe-group.ts';
import type { Report } from '../../core/report/report.ts';
import { reportOf } from '../../core/report/report-of.ts';
import { snapshotFiles } from '../../core/report/snapshot-files.ts';
import { PollDefinition } from '../../schemas/poll.ts';
import { definitionOf, type Played, playHistory } from './play-history.ts';
import { groupsOf, type PublishedSnapshot } from './published-fact.ts';
import { random } from './random.ts';
import { type ReadReport, readReport } from './read-report.ts';
import { tallyAt } from './tally-at.ts';
import { worldKinds } from './world-kinds.ts';

const FROM = 501;
const MINUTE = 60_000;

const reportFrom = ({ world }: Played, { plan, checkpoint, number }: PublishedSnapshot): Report =>
  reportOf(
    {
      poll: checkpoint.poll,
      definition: PollDefinition.parse(definitionOf(world.shape)),
      number: number + 1,
      kind: plan.kind,
      leavesOutLateAnswers: false,
      checkpoint,
    },
    plan,
  );

/** The first and the last snapshot of a history, with their files. */
async function publishedBy(played: Played) {
  const ends = new Set([played.snapshots[0], played.snapshots.at(-1)]);
  const written = [...ends].flatMap((snapshot) => {
    if (!snapshot) return [];
    const report = reportFrom(played, snapshot);
    return [snapshotFiles(report, sha256).then((files) => ({ snapshot, report, ...files }))];
  });
  return Promise.all(written);
}

/** A fact's group as the files name it. */
function namesOfFact({ plan }: PublishedSnapshot): ReadonlyMap<string, string> {
  return new Map(
    groupsOf(plan).map((group) => {
      const { attribute, group: name } = namesOf(group);
      return [`${attribute}: ${name}`, `${group.attribute ?? ''}=${group.value ?? ''}`];
    }),
  );
}

/** Every sum and every estimate that the files give, by group, item and voice. */
function figuresIn({ distribution, participation, rows, breakdowns }: ReadReport, items: number) {
  const itemOf = (id: string) => Number(id.replace('item-', ''));
  const counted = [
    ...participation.map((row) => ({ ...row, item: items, answers: row.responses })),
    ...distribution.flatMap(({ id, figures, ...row }) =>
      figures && figures.answers > 0
        ? [{ ...row, item: itemOf(id), answers: figures.answers }]
        : [],
    ),
  ].map(({ attribute, group, item, answers }) => ({
    group: `${attribute}: ${group}`,
    voice: 'respondent',
    item,
    answers,
  }));
  const statewide = rows.map((row) => ({ group: 'statewide: all', row }));
  const grouped = breakdowns.flatMap((entry) =>
    entry.kind === 'ranked'
      ? [{ group: `${entry.attribute}: ${entry.group}`, row: entry.row }]
      : [],
  );
  const estimated = [...statewide, ...grouped].flatMap(({ group, row }) =>
    row.list === 'items' && row.estimate !== null
      ? [{ group, voice: row.voice, item: itemOf(row.id), answers: row.answers }]
      : [],
  );
  return [...counted, ...estimated];
}

describe('the files of a snapshot', { timeout: 10 * MINUTE }, () => {
  const histories = Object.values(worldKinds).map((wishes, index) =>
    playHistory(random(FROM + index), { wishes }),
  );
  const published = Promise.all(
    histories.map(async (played) => ({ played, written: await publishedBy(played) })),
  );

  it('hold no sum and no estimate that the attack does not use', async () => {
    let figures = 0;
    for (const { played, written } of await published) {
      const { items } = played.world.shape;
      const tally = tallyAt(played);
      for (const { snapshot, files } of written) {
        const names = namesOfFact(snapshot);
        for (const { group, voice, item, answers } of figuresIn(readReport(files), items)) {
          const fact = played.facts.find(
            (one) =>
              one.snapshot === snapshot.number &&
              one.group === names.get(group) &&
              one.item === item &&
              one.voice === voice,
          );
          const attacked = [...(fact?.parts ?? [])].flatMap(([organization, { run }]) =>
            tally(organization, run, item),
          );
          expect(attacked.reduce((sum, one) => sum + one, 0)).toBe(answers);
          figures += 1;
        }
      }
    }
    console.log(`sums and estimates found in files, each among those attacked: ${figures}`);
    expect(figures).toBeGreaterThan(0);
  });

  it('say nothing that its CSV files do not: from these alone every file comes out the same', async () => {
    let compared = 0;
    for (const { written } of await published) {
      for (const { report, record, files } of written) {
        const again = await snapshotFiles({ ...report, ...readReport(files) }, sha256);
        expect(again.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
        const different = files.filter(
          ({ body }, place) => !Buffer.from(body).equals(again.files[place]?.body ?? Buffer.of()),
        );
        expect(different.map(({ path }) => path)).toEqual([]);
        expect(again.record).toEqual(record);
        compared += files.length;
      }
    }
    console.log(`files made again from the CSV files alone, byte for byte: ${compared}`);
    expect(compared).toBeGreaterThan(0);
  });
});
