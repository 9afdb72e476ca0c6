import { parse } from 'csv-parse/sync';
import type { PriorityRow } from '../../core/ranking/priority-row.ts';
import type { BreakdownRow } from '../../core/report/breakdown-columns.ts';
import type { DistributionRow } from '../../core/report/distribution-columns.ts';
import type { ParticipationRow } from '../../core/report/participation-columns.ts';
import type { Report } from '../../core/report/report.ts';
import type { SnapshotFile } from '../../core/report/snapshot-files.ts';
import { Metric, Voice } from '../../schemas/poll.ts';

type Line = Readonly<Record<string, string>>;

/** What the figures of a report come from in a snapshot's files: its CSV files alone. */
export type ReadReport = Pick<Report, 'rows' | 'breakdowns' | 'distribution' | 'participation'>;

/** A snapshot lacks a file, or a cell holds what it should not: the reading would prove nothing. */
export class UnreadableReportError extends Error {
  override readonly name = 'UnreadableReportError';
}

/**
 * Reads a report from a snapshot's CSV files, every figure as it is published.
 *
 * @throws UnreadableReportError where a file is missing or a cell cannot be read
 */
export function readReport(files: readonly SnapshotFile[]): ReadReport {
  const lines = (path: string): readonly Line[] => {
    const file = files.find((one) => one.path === path);
    if (!file) throw new UnreadableReportError(`no ${path}`);
    return parse(new TextDecoder().decode(file.body), { columns: true });
  };
  return {
    rows: lines('priorities.csv').map(rowOf),
    breakdowns: lines('breakdowns.csv').map(breakdownOf),
    distribution: lines('distribution.csv').map(distributionOf),
    participation: lines('participation.csv').map(participationOf),
  };
}

const cell = (line: Line, name: string): string => {
  const text = line[name];
  if (text === undefined) throw new UnreadableReportError(`no column ${name}`);
  return text;
};

const numberOf = (line: Line, name: string): number | null => {
  const text = cell(line, name);
  if (text === '') return null;
  const number = Number(text);
  if (!Number.isFinite(number)) throw new UnreadableReportError(`${name}: ${text} is no number`);
  return number;
};

const booleanOf = (line: Line, name: string): boolean | null => {
  const text = cell(line, name);
  return text === '' ? null : text === 'true';
};

const reliabilityOf = (line: Line): PriorityRow['reliability'] => {
  const text = cell(line, 'reliability');
  return text === 'reliable' || text === 'review' || text === 'unreliable' ? text : null;
};

const rowOf = (line: Line): PriorityRow => ({
  list: cell(line, 'list'),
  id: cell(line, 'id'),
  voice: Voice.parse(cell(line, 'voice')),
  metric: Metric.parse(cell(line, 'metric')),
  rank: numberOf(line, 'rank'),
  rankLow: numberOf(line, 'rank_low'),
  rankHigh: numberOf(line, 'rank_high'),
  tier: numberOf(line, 'tier'),
  voiceDependent: booleanOf(line, 'voice_dependent'),
  metricDependent: booleanOf(line, 'metric_dependent'),
  estimate: numberOf(line, 'estimate'),
  standardError: numberOf(line, 'standard_error'),
  low: numberOf(line, 'low'),
  high: numberOf(line, 'high'),
  df: numberOf(line, 'df'),
  answers: numberOf(line, 'answers'),
  organizations: numberOf(line, 'organizations'),
  reliability: reliabilityOf(line),
  status: cell(line, 'status'),
});

function breakdownOf(line: Line): BreakdownRow {
  const attribute = cell(line, 'attribute');
  const group = cell(line, 'group');
  return group === ''
    ? { kind: 'withheld', attribute, reason: cell(line, 'status') }
    : { kind: 'ranked', attribute, group, row: rowOf(line) };
}

function distributionOf(line: Line): DistributionRow {
  const answers = numberOf(line, 'answers');
  const levels = Object.keys(line).filter((name) => name.startsWith('level_'));
  const figures = {
    counts: levels.map((level) => numberOf(line, level) ?? Number.NaN),
    nonresponse: numberOf(line, 'nonresponse'),
    consensus: numberOf(line, 'consensus'),
    agreement: numberOf(line, 'agreement'),
  };
  return {
    attribute: cell(line, 'attribute'),
    group: cell(line, 'group'),
    id: cell(line, 'id'),
    title: cell(line, 'title'),
    figures: answers === null ? null : { ...figures, answers },
    status: cell(line, 'status'),
  };
}

const participationOf = (line: Line): ParticipationRow => ({
  attribute: cell(line, 'attribute'),
  group: cell(line, 'group'),
  responses: numberOf(line, 'responses'),
  organizations: numberOf(line, 'organizations'),
  organizationsAsked: numberOf(line, 'organizations_asked') ?? Number.NaN,
});
