import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MiddlewareObj } from '@middy/core';

/**
 * The metrics of a function, in CloudWatch's namespace `Groundswell`, with its service and its
 * full name, which holds the stage, as dimensions. `published` writes what an invocation
 * counted, be it that it failed; nothing where it counted nothing.
 */
export const createMetrics = () => {
  const metrics = new Metrics({
    namespace: 'Groundswell',
    defaultDimensions: { function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'none' },
  });
  const publish = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  const published: MiddlewareObj = { after: publish, onError: publish };
  return {
    count: (metric: string, value: number): void => {
      metrics.addMetric(metric, MetricUnit.Count, value);
    },
    published,
  };
};
