import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CountedFile,
  countResponseFile,
} from '../../../command/responses/count-response-file.ts';
import { TooManyOrganizationsError } from '../../../command/responses/organization-counts.ts';
import type { RejectedRow } from '../../../command/responses/response-counter.ts';
import { OrganizationId } from '../../../schemas/identifier.ts';
import { PollDefinition } from '../../../schemas/poll.ts';

const ITEMS = ['a', 'b', 'c'];
const LEVELS = 4;
const definition = PollDefinition.parse({
  levels: LEVELS,
  categories: [{ id: 'all', items: ITEMS }],
});

async function* cut(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, piece = 0; at < bytes.length; piece++) {
    const length = lengths[piece % lengths.length] ?? 1;
    yield bytes.slice(at, at + length);
    at += length;
  }
}

const count = async (
  text: string,
  { known, lengths = [64] }: { known?: readonly string[]; lengths?: readonly number[] } = {},
): Promise<CountedFile & { readonly rows: readonly RejectedRow[] }> => {
  const rows: RejectedRow[] = [];
  const counted = await countResponseFile(cut(new TextEncoder().encode(text), lengths), {
    definition,
    organizations: known,
    onRejected: (row) => rows.push(row),
    onProgress: () => {},
  });
  return { ...counted, rows };
};

type Counts = Record<string, { responses: number; counts: number[][] }>;

/** The same count, made plainly from what csv-parse reads. */
const countPlainly = (text: string) => {
  const [header = [], ...rows]: string[][] = parse(text, { relax_column_count: true });
  const counts: Counts = {};
  let rejected = 0;
  for (const row of rows) {
    const organization = row[header.indexOf('organization')] ?? '';
    const answers = ITEMS.map((item) => row[header.indexOf(item)] ?? '');
    const isCounted =
      row.length === header.length &&
      OrganizationId.safeParse(organization).success &&
      answers.every((answer) => ['', '1', '2', '3', '4'].includes(answer)) &&
      answers.some((answer) => answer !== '');
    if (!isCounted) {
      rejected += 1;
      continue;
    }
    counts[organization] ??= {
      responses: 0,
      counts: ITEMS.map(() => new Array<number>(LEVELS).fill(0)),
    };
    const entry = counts[organization];
    entry.responses += 1;
    answers.forEach((answer, item) => {
      const levels = entry.counts[item];
      const level = Number(answer) - 1;
      if (levels && level >= 0) levels[level] = (levels[level] ?? 0) + 1;
    });
  }
  return { rejected, counts };
};

const cell = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('', '1', '2', '3', '4', '"3"', '""') },
  { weight: 1, arbitrary: fc.constantFrom('0', '5', '10', 'x', ' 1', '"1,2"', '/', ':', '"1""2"') },
);
const organization = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('hope', 'new-start', '"hope"', 'org-3') },
  { weight: 1, arbitrary: fc.constantFrom('', 'Hope', 'a--b', 'ñ', '"a ""b"""', 'x'.repeat(33)) },
);
const aRow = fc
  .tuple(cell, organization, cell, fc.constantFrom('', 'note', '"a\nb"'), cell)
  .chain((cells) =>
    fc.constantFrom(cells, cells, cells, cells, cells, [...cells, ''], cells.slice(0, -1)),
  )
  .map((cells) => cells.join());

describe('countResponseFile', () => {
  test('counts and rejects the rows that a plain count over csv-parse does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aRow, { minLength: 1, maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
        async (rows, lengths) => {
          const text = `c,organization,a,note,b\n${rows.join('\n')}\n`;
          const counted = await count(text, { lengths });
          const expected = countPlainly(text);
          const counts = Object.fromEntries(
            counted.tallies.map(({ organization: id, ...tally }) => [id, tally]),
          );
          expect({ rejected: counted.rejected, counts }).toEqual(expected);
          expect(counted.counted + counted.rejected).toBe(rows.length);
          expect(counted.rows).toHaveLength(counted.rejected);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('names the columns that mean nothing and the items without one', async () => {
    const counted = await count('organization,note,a\nhope,,1\n');
    expect(counted).toMatchObject({ unknownColumns: ['note'], missingItems: ['b', 'c'] });
  });

  test('an item without a column is open in every response', async () => {
    const { tallies } = await count('organization,a\nhope,4\n');
    expect(tallies[0]?.counts).toEqual([
      [0, 0, 0, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  test('where the organizations are known, all of them have a tally and others are rejected', async () => {
    const counted = await count('organization,a\nhope,1\nother,1\n', { known: ['new', 'hope'] });
    expect(counted.tallies.map(({ organization: id, responses }) => [id, responses])).toEqual([
      ['new', 0],
      ['hope', 1],
    ]);
    expect(counted.rows).toEqual([
      { line: 3, column: 'organization', expected: 'an organization of the file of organizations' },
    ]);
  });

  test('a column of ever new organizations is refused, so that memory stays bounded', async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => `org-${index},1`);
    const counting = count(`organization,a\n${rows.join('\n')}\n`, { lengths: [4096] });
    await expect(counting).rejects.toThrow(TooManyOrganizationsError);
  });
});
