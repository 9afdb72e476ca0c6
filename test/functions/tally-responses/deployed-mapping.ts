import { resourcesOf } from '../../lib/synthesized.ts';
import type { MappingSettings } from './stream-mapping.ts';

/** The mapping of the stream to the function that tallies, as it is deployed. */
export const deployedMapping = (): MappingSettings & { readonly responseTypes: unknown } => {
  const [mapping, ...others] = resourcesOf('production', 'AWS::Lambda::EventSourceMapping');
  if (!mapping || others.length > 0) throw new Error('there is not one mapping');
  const { Properties } = mapping;
  return {
    batchSize: Number(Properties.BatchSize),
    bisects: Properties.BisectBatchOnFunctionError === true,
    retries: Number(Properties.MaximumRetryAttempts),
    responseTypes: Properties.FunctionResponseTypes,
  };
};
