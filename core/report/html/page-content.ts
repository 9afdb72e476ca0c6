import type { Metric, Voice } from '../../../schemas/poll.ts';
import type { PriorityRow } from '../../ranking/priority-row.ts';
import { byRank } from '../rank-order.ts';
import type { Report } from '../report.ts';
import { titleOf } from '../title-of.ts';
import { type TitleOfRow, titleFinder } from '../titled-rows.ts';
import type { OpenRanks, Wording } from '../wording/wording.ts';
import { type BarScale, barScale } from './diverging-bar.ts';

/** A report as a page shows it: in one language, by the headline metric. */
export type PageContent = {
  readonly report: Report;
  readonly wording: Wording;
  readonly titleOfRow: TitleOfRow;
  readonly levelTitles: readonly string[];
  /** Statewide counts of the items that are shown, by their ids. */
  readonly countsOf: ReadonlyMap<string, readonly number[]>;
  /** The scale of every bar of the page. */
  readonly scale: BarScale;
  /** The rows of one list by the headline metric, first rank first, those without one last. */
  readonly rowsOf: (list: string, voice?: Voice) => readonly PriorityRow[];
};

/** Prepares a report for its page in one language. */
export const pageContent = (report: Report, wording: Wording): PageContent => {
  const { definition, rows } = report;
  const { language } = wording;
  const index = Map.groupBy(
    rows.filter((row) => row.metric === definition.headlineMetric),
    ({ list, voice }) => `${list} ${voice}`,
  );
  const levelTitles = Array.from({ length: definition.levels }, (_, level) =>
    titleOf(definition.levelTitles?.[level], wording.level(level + 1, definition.levels), language),
  );
  const countsOf = new Map(
    report.distribution.flatMap(({ attribute, id, figures }) =>
      attribute === 'statewide' && figures && figures.answers > 0
        ? [[id, figures.counts] as const]
        : [],
    ),
  );
  return {
    report,
    wording,
    countsOf,
    scale: barScale([...countsOf.values()]),
    titleOfRow: titleFinder(definition, language),
    levelTitles,
    rowsOf: (list, voice = 'respondent') => byRank(index.get(`${list} ${voice}`) ?? []),
  };
};

/** How many of a list have a rank. */
export const sizeOf = (rows: readonly PriorityRow[]): number =>
  rows.filter(({ rank }) => rank !== null).length;

/** The ranks that are open to a row; none where its rank has no interval. */
export const openRanksOf = (row: PriorityRow, size: number): OpenRanks | null =>
  row.rankLow === null || row.rankHigh === null
    ? null
    : { low: row.rankLow, high: row.rankHigh, size };

/** A rank in words: the places that are open, or the rank alone where these are not known. */
export const rankInWords = (row: PriorityRow, size: number, wording: Wording): string | null => {
  if (row.rank === null) return null;
  const open = openRanksOf(row, size);
  return open ? wording.openRanks(open) : wording.rankOf(row.rank, size);
};

/** An estimate as it is published, in words; null where there is none. */
export const figureOf = (
  row: PriorityRow,
  metric: Metric,
  levels: number,
  wording: Wording,
): string | null => (row.estimate === null ? null : wording.estimate(metric, row.estimate, levels));
