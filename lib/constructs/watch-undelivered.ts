import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { AlarmWords, Operators } from './operators.ts';

/** Properties of {@link watchUndelivered}. */
export interface WatchUndeliveredProps extends AlarmWords {
  readonly operators: Operators;
  readonly ruleName: string;
  /** The bus that the rule is of; AWS's own, unless set. */
  readonly bus?: EventBus;
}

/** Tells of events that a rule matched and whose target could not be reached, after every attempt. */
export const watchUndelivered = (
  scope: Construct,
  id: string,
  { operators, ruleName, bus, ...words }: WatchUndeliveredProps,
): void => {
  operators.watch(scope, id, {
    ...words,
    metric: new Metric({
      namespace: 'AWS/Events',
      metricName: 'FailedInvocations',
      dimensionsMap: { ...(bus && { EventBusName: bus.eventBusName }), RuleName: ruleName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    }),
    threshold: 1,
    periods: 1,
    silence: { means: 'good', because: 'It is reported only where something was not delivered.' },
  });
};
