import { Metric, Voice } from '../../schemas/poll.ts';
import type { NamedDesign } from './designs.ts';
import type { Tally } from './measure-design.ts';

/** What was found of one design. */
export type Finding = {
  readonly design: NamedDesign;
  readonly replicates: number;
  readonly tally: Tally;
};

const LIST_KINDS = ['category', 'categories', 'items'];

/** The share of times that something held, 1 where it never came up. */
const shareOf = (tally: Tally, name: string): number => {
  const { held, of } = tally[name] ?? { held: 0, of: 0 };
  return of === 0 ? 1 : held / of;
};

/** The lowest simultaneous coverage of any kind of list by any metric, in the voices given. */
export const lowestSimultaneous = (
  tally: Tally,
  voices: readonly Voice[] = Voice.options,
): number =>
  Math.min(
    ...LIST_KINDS.flatMap((kind) =>
      voices.flatMap((voice) =>
        Metric.options.map((metric) => shareOf(tally, `${kind} ${voice} ${metric}`)),
      ),
    ),
  );

const threeDecimals = (share: number): string => share.toFixed(3).replace(/^0/, '');

const intervalCoverage = (tally: Tally, voice: Voice, metric: Metric): number =>
  shareOf(tally, `interval ${voice} ${metric}`);

const markdownTable = (head: readonly string[], rows: readonly (readonly unknown[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * A row for each design, and for each voice the coverage of the 95 % intervals of agree / net /
 * mean, then the lowest simultaneous coverage of the rank intervals.
 */
export function coverageTable(findings: readonly Finding[]): string {
  const head = ['setting', 'organizations', 'sd of log size', 'correlation', ...Voice.options];
  const rows = findings.map(({ design, tally }) => [
    design.setting,
    design.organizations,
    design.sizeSpread,
    design.clusterCorrelation,
    ...Voice.options.map((voice) => {
      const intervals = Metric.options.map((metric) =>
        threeDecimals(intervalCoverage(tally, voice, metric)),
      );
      return `${intervals.join(' / ')}, **${threeDecimals(lowestSimultaneous(tally, [voice]))}**`;
    }),
  ]);
  return markdownTable(head, rows);
}

/**
 * The same in short: a row for each setting and number of organizations, over all sizes and
 * correlations; for each voice the lowest and highest coverage of the 95 % intervals of agree,
 * then the lowest simultaneous coverage.
 */
export function coverageSummary(findings: readonly Finding[]): string {
  const groups = Map.groupBy(
    findings,
    ({ design }) => `${design.setting} | ${design.organizations}`,
  );
  const rows = [...groups].map(([name, group]) => [
    name,
    ...Voice.options.map((voice) => {
      const agree = group.map(({ tally }) => intervalCoverage(tally, voice, 'agree'));
      const ends = [Math.min(...agree), Math.max(...agree)].map(threeDecimals).join(' to ');
      const ranks = group.map(({ tally }) => lowestSimultaneous(tally, [voice]));
      return `${ends}, **${threeDecimals(Math.min(...ranks))}**`;
    }),
  ]);
  return markdownTable(['setting', 'organizations', ...Voice.options], rows);
}
