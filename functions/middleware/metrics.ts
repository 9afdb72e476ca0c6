import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MiddlewareObj } from '@middy/core';
import {
  type CountingFunction,
  type CustomMetric,
  METRIC_NAMESPACE,
} from '../../schemas/metric.ts';

/**
 * The metrics of a function, in CloudWatch's namespace `Groundswell`, with its service and its
 * full name, which holds the stage, as dimensions. `Name` is the function's. `published` writes what an invocation
 * counted, be it that it failed; nothing where it counted nothing.
 */
export const createMetrics = <Name extends CountingFunction>() => {
  const metrics = new Metrics({
    namespace: METRIC_NAMESPACE,
    defaultDimensions: { function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'none' },
  });
  const publish = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  const published: MiddlewareObj = { after: publish, onError: publish };
  return {
    count: (metric: CustomMetric<Name>, value: number): void => {
      metrics.addMetric(metric, MetricUnit.Count, value);
    },
    published,
  };
};
