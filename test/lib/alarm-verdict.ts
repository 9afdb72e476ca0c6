import { runInNewContext } from 'node:vm';
import { type AlarmProperties, expressionOf, metricsOf } from './alarm-words.ts';

/** What a metric reported in each period, the latest last; null where it said nothing. */
export type Series = readonly (number | null)[];

const FUNCTIONS = {
  IF: (condition: unknown, yes: number, no: number) => (condition ? yes : no),
  SUM: (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0),
};

/**
 * CloudWatch's metric math at one moment, as far as alarms here use it. Where a metric said
 * nothing and FILL does not say what to take instead, there is no result.
 */
const evaluate = (
  expression: string,
  reported: Readonly<Record<string, number | null>>,
): number | null => {
  const filled = expression.replaceAll(/FILL\((\w+), (\d+)\)/g, (_fill, id, instead) =>
    String(reported[id] ?? instead),
  );
  const used = Object.keys(reported).filter((id) => new RegExp(`\\b${id}\\b`).test(filled));
  if (used.some((id) => reported[id] === null)) return null;
  return Number(runInNewContext(filled.replaceAll(' AND ', ' && '), { ...FUNCTIONS, ...reported }));
};

/**
 * Whether an alarm rings after what its metrics reported. It looks at the last periods alone:
 * CloudWatch may look back some more where one is missing, which can only delay an alarm that
 * takes silence for bad.
 *
 * @param series by the metric's id in the expression, or as `metric`; all equally long
 * @throws Error where a metric of the alarm has no series
 */
export const rings = (
  properties: AlarmProperties,
  series: Readonly<Record<string, Series>>,
): boolean => {
  const ids = metricsOf(properties).map(({ id }) => id);
  const expression = expressionOf(properties) ?? 'metric';
  const lengths = new Set(ids.map((id) => series[id]?.length));
  const [length] = lengths;
  if (lengths.size !== 1 || length === undefined) throw new Error('series of different length');
  const points = Array.from({ length }, (_, period) =>
    evaluate(
      expression,
      Object.fromEntries(ids.map((id) => [id, series[id]?.[period] ?? null] as const)),
    ),
  );
  const isBad = (value: number | null): boolean => {
    if (value === null) return properties.TreatMissingData === 'breaching';
    return properties.ComparisonOperator === 'LessThanThreshold'
      ? value < properties.Threshold
      : value >= properties.Threshold;
  };
  const looked = points.slice(-properties.EvaluationPeriods);
  const unheard = properties.EvaluationPeriods - looked.length;
  const bad = looked.filter(isBad).length + (isBad(null) ? unheard : 0);
  return bad >= properties.DatapointsToAlarm;
};
