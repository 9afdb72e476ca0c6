/** CloudWatch's namespace of what the functions count themselves. */
export const METRIC_NAMESPACE = 'Groundswell';

/**
 * What each function counts, by its name. Every one is a metric that is paid for by the month,
 * so what the log or AWS already says is not here.
 */
export const customMetrics = {
  tally: [
    /** How often new responses of an organization were made to wait, because very many came. */
    'OrganizationsSlowed',
    /** Records of the stream that name nothing that could be counted. */
    'UnprocessableRecords',
    /** Tallies that another worker wrote first, so that they were counted again. */
    'LostRaces',
  ],
  sweep: [
    /** Checks that came to their end: that there is none is what matters. */
    'FinishedChecks',
    /** Tallies that differed from their responses at a second look, too, and were counted again. */
    'DriftedBuckets',
    /** Tallies that were sealed although their poll was not due. */
    'BucketsSealedEarly',
  ],
  rollup: [
    /** Hours that the poll which waits longest has waited for figures that are due. */
    'HoursWithoutRelease',
  ],
} as const;

/** What a filter counts in the access log; paid for like the others. */
export const THROTTLED_REQUESTS = 'ThrottledRequests';

/** The functions that count something themselves. */
export type CountingFunction = keyof typeof customMetrics;

/** What a function counts itself. */
export type CustomMetric<Name extends CountingFunction> = (typeof customMetrics)[Name][number];
