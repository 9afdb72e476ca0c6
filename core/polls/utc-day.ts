const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** The UTC day of an instant, the finest time that stands beside counts. */
export const utcDay = (instant: Date): string => instant.toISOString().slice(0, DAY_LENGTH);
