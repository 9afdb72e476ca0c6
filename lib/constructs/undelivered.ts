import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { EventBus } from 'aws-cdk-lib/aws-events';

/** Properties of {@link undelivered}. */
export interface UndeliveredProps {
  readonly ruleName: string;
  /** The bus that the rule is of; AWS's own, unless set. */
  readonly bus?: EventBus;
}

/** Events that a rule matched and whose target could not be reached, after every attempt. */
export const undelivered = ({ ruleName, bus }: UndeliveredProps): Metric =>
  new Metric({
    namespace: 'AWS/Events',
    metricName: 'FailedInvocations',
    dimensionsMap: { ...(bus && { EventBusName: bus.eventBusName }), RuleName: ruleName },
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
