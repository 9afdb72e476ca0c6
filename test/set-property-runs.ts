import { propertyRuns } from './property-runs.ts';

/** fast-check's own number of runs. */
const EVERYDAY = 100;

if (propertyRuns(EVERYDAY) > EVERYDAY) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ numRuns: propertyRuns(EVERYDAY) });
}
