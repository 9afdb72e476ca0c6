import type { LogEvent } from '../../local/emulator/save-function-logs.ts';

/** One run of a function, in milliseconds since 1970. */
export type Run = { readonly begin: number; readonly end: number };

const REPORT = /^REPORT RequestId: \S+\s+Duration: (\d+(?:\.\d+)?) ms/;

/** The runs that a function's log reports, which it does as each of them ends. */
export const runsIn = (log: readonly LogEvent[]): readonly Run[] =>
  log.flatMap(({ timestamp, message }) => {
    const [, duration] = REPORT.exec(message) ?? [];
    return duration === undefined ? [] : [{ begin: timestamp - Number(duration), end: timestamp }];
  });

/** How many runs began while another one was under way. */
export const countOverlaps = (runs: readonly Run[]): number => {
  let busyUntil = Number.NEGATIVE_INFINITY;
  let overlaps = 0;
  for (const { begin, end } of runs.toSorted((one, other) => one.begin - other.begin)) {
    if (begin < busyUntil) overlaps += 1;
    busyUntil = Math.max(busyUntil, end);
  }
  return overlaps;
};

/** The runs of which at least a part lies within a span. */
export const runsWithin = (runs: readonly Run[], span: Run): readonly Run[] =>
  runs.filter(({ begin, end }) => begin < span.end && end > span.begin);

/**
 * Adds up a metric over the lines of a log in CloudWatch's embedded metric format; other lines
 * are passed over.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const sumOfMetric = (lines: readonly string[], metric: string): number =>
  lines
    .filter((line) => line.includes('"_aws"') && line.includes(`"${metric}"`))
    .flatMap((line) => valuesIn(line, metric))
    .reduce((sum, value) => sum + value, 0);

/** A process that is killed may leave half a line. */
const valuesIn = (line: string, metric: string): readonly number[] => {
  try {
    return [JSON.parse(line.slice(line.indexOf('{')))[metric]].flat().filter(Number.isFinite);
  } catch {
    return [];
  }
};
