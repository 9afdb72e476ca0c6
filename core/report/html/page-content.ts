import type { Metric, Voice } from '../../../schemas/poll.ts';
import type { PriorityRow } from '../../ranking/priority-row.ts';
import { byRank } from '../rank-order.ts';
import type { Report } from '../report.ts';
import { titleOf } from '../title-of.ts';
import { type TitleOfRow, titleFinder } from '../titled-rows.ts';
import type { OpenRanks, Wording } from '../wording/wording.ts';
import { type BarScale, barScale } from './diverging-bar.ts';
import type { Part } from './markup.ts';

/** Whose voice and which metric a page ranks by, and what it adds to a rank. */
export type PageView = {
  readonly voice: Voice;
  readonly metric: Metric;
  readonly besideRank: (row: PriorityRow) => Part;
};

/** A report as a page shows it: in one language, by one voice and metric. */
export type PageContent = PageView & {
  readonly report: Report;
  readonly wording: Wording;
  readonly titleOfRow: TitleOfRow;
  readonly levelTitles: readonly string[];
  /** Statewide counts of the items that are shown, by their ids. */
  readonly countsOf: ReadonlyMap<string, readonly number[]>;
  /** The scale of every bar of the page. */
  readonly scale: BarScale;
  /** The rows of one list by the page's metric, first rank first, those without one last. */
  readonly rowsOf: (list: string, voice?: Voice) => readonly PriorityRow[];
};

/** How every report is shown unless asked otherwise: each person counts once. */
export const headlineView = ({ definition }: Pick<Report, 'definition'>): PageView => ({
  voice: 'respondent',
  metric: definition.headlineMetric,
  besideRank: () => false,
});

/** Prepares a report, its figures as every file has them, for a page in one language. */
export const pageContent = (
  report: Report,
  wording: Wording,
  view: PageView = headlineView(report),
): PageContent => {
  const { definition } = report;
  const { language } = wording;
  const index = Map.groupBy(
    report.rows.filter((row) => row.metric === view.metric),
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
    ...view,
    report,
    wording,
    countsOf,
    scale: barScale([...countsOf.values()]),
    titleOfRow: titleFinder(definition, language),
    levelTitles,
    rowsOf: (list, voice = view.voice) => byRank(index.get(`${list} ${voice}`) ?? []),
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
