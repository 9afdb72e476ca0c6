import { readCsv } from './read-csv.ts';

type Row = Readonly<Record<string, string>>;

const SHOWN_ITEMS = 2;

/**
 * The highest ranked items of each category as lines of text, categories in the order of their
 * own ranks, each with the ranks that it may hold; from a `priorities.csv`, in the respondent
 * voice by the share who agree.
 */
export const topPriorities = (priorities: string): readonly string[] => {
  const rows = readCsv(priorities).filter(
    ({ voice, metric }) => voice === 'respondent' && metric === 'agree',
  );
  return ranked(rows, 'categories').flatMap((category) => [
    '',
    line(category),
    ...ranked(rows, `category:${category.id}`)
      .slice(0, SHOWN_ITEMS)
      .map((item) => `   ${line(item)}`),
  ]);
};

const ranked = (rows: readonly Row[], list: string): readonly Row[] =>
  rows
    .filter((row) => row.list === list && row.rank !== '')
    .toSorted((one, other) => Number(one.rank) - Number(other.rank));

/** The ranks that the uncertainty leaves open, such as `2-4`; a rank without one as it is. */
const openRanks = ({ rank = '', rank_low: low, rank_high: high }: Row): string => {
  if (!low || !high) return rank;
  return low === high ? low : `${low}-${high}`;
};

const line = (row: Row): string => {
  const { estimate = '', title = '' } = row;
  return `${openRanks(row).padStart(3)}  ${(100 * Number(estimate)).toFixed(1).padStart(5)} %  ${title}`;
};
