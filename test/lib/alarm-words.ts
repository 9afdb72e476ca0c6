import type { DeployedAlarm } from './alarms.ts';
import { resolve } from './resolve.ts';
import type { Stage } from './synthesized.ts';

/** What an alarm or one of its queries looks at, as CloudFormation has it. */
export interface WatchedMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: string }[];
}

interface MetricQuery {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: {
    readonly Metric: WatchedMetric;
    readonly Period: number;
    readonly Stat: string;
  };
}

/** The properties of an alarm that is no composite one, its references resolved. */
export interface AlarmProperties extends Partial<WatchedMetric> {
  readonly Metrics?: readonly MetricQuery[];
  readonly Period?: number;
  readonly Statistic?: string;
  readonly ExtendedStatistic?: string;
  readonly ComparisonOperator: 'GreaterThanOrEqualToThreshold' | 'LessThanThreshold';
  readonly Threshold: number;
  readonly EvaluationPeriods: number;
  readonly DatapointsToAlarm: number;
  readonly TreatMissingData: 'breaching' | 'notBreaching';
}

export const propertiesOf = (stage: Stage, { stack, resource }: DeployedAlarm): AlarmProperties =>
  resolve(stage, stack, resource.Properties) as AlarmProperties;

type Looked = {
  readonly id: string;
  readonly metric: WatchedMetric;
  readonly statistic: string;
  readonly periodSeconds: number;
};

/** Every metric that an alarm looks at; one that is no expression calls its only one `metric`. */
export const metricsOf = (properties: AlarmProperties): readonly Looked[] => {
  const { Namespace = '', MetricName = '', Dimensions = [] } = properties;
  const plain = {
    id: 'metric',
    metric: { Namespace, MetricName, Dimensions },
    statistic: properties.Statistic ?? properties.ExtendedStatistic ?? '',
    periodSeconds: properties.Period ?? 0,
  };
  if (!properties.Metrics) return [plain];
  return properties.Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat
      ? {
          id: Id,
          metric: MetricStat.Metric,
          statistic: MetricStat.Stat,
          periodSeconds: MetricStat.Period,
        }
      : [],
  );
};

/** The expression of an alarm on several metrics. */
export const expressionOf = ({ Metrics = [] }: AlarmProperties): string | undefined =>
  Metrics.find(({ Expression }) => Expression)?.Expression;

/**
 * An alarm in a line: what it looks at, how bad and how often is too bad, and what silence means.
 * Names are without the stage.
 */
export const wordsOf = (stage: Stage, alarm: DeployedAlarm): string => {
  const properties = propertiesOf(stage, alarm);
  const looked = metricsOf(properties);
  const periods = new Set(looked.map(({ periodSeconds }) => periodSeconds / 60));
  if (periods.size !== 1) throw new Error(`${alarm.name} looks at periods of different length`);
  const expression = expressionOf(properties);
  const metrics = looked.map(({ id, metric, statistic }) => {
    const dimensions = (metric.Dimensions ?? []).map(({ Name, Value }) => ` ${Name}=${Value}`);
    const words = `${statistic} of ${metric.Namespace} ${metric.MetricName}${dimensions.join('')}`;
    return expression ? `${id} = ${words}` : words;
  });
  const sign = properties.ComparisonOperator === 'LessThanThreshold' ? '<' : '>=';
  const [bad, all] = [properties.DatapointsToAlarm, properties.EvaluationPeriods];
  const silence = properties.TreatMissingData === 'breaching' ? 'bad' : 'good';
  return [
    ...(expression ? [expression] : []),
    ...metrics,
    `${sign} ${properties.Threshold} in ${bad} of ${all} x ${[...periods].join()} min`,
    `silence is ${silence}`,
  ]
    .join(' | ')
    .replaceAll(`groundswell-${stage}-`, '');
};
