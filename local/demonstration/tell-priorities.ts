import { readCsv } from './read-csv.ts';

type Row = Readonly<Record<string, string>>;

const SHOWN_ITEMS = 2;

/**
 * The highest ranked items of each category as lines of text, categories in the order of their
 * own ranks; from a `priorities.csv`, in the respondent voice by the share who agree.
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

const line = ({ rank = '', estimate = '', title = '' }: Row): string =>
  `${rank.padStart(2)}  ${(100 * Number(estimate)).toFixed(1).padStart(5)} %  ${title}`;
