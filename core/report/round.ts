const ESTIMATE_DECIMALS = 3;
const ERROR_DIGITS = 2;

/** An estimate or an interval's end as it is published: to 3 decimals, never `-0`. */
export const roundEstimate = (value: number): number =>
  Number(value.toFixed(ESTIMATE_DECIMALS)) + 0;

/** A standard error as it is published: to 2 significant digits. */
export const roundError = (value: number): number => Number(value.toPrecision(ERROR_DIGITS));

/** Rounds a value; a missing one stays missing. */
export const orNull = (
  round: (value: number) => number,
  value: number | null | undefined,
): number | null => (value === null || value === undefined ? null : round(value));
