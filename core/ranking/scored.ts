import type { Interval } from './interval.ts';
import type { Reliability } from './priority-row.ts';

/** What is known of an estimate's error, and what its comparisons need. */
export type EstimateError = {
  /** z[o] of each unit: see `weightedEstimate`. */
  readonly deviations: Float64Array;
  /** 0 where the units show none. */
  readonly variance: number;
  readonly df: number;
  readonly substituteVariance: number;
};

/** An item or a category under one voice and metric, before it is ranked. */
export type Scored = {
  readonly id: string;
  readonly status: string;
  readonly estimate: number | null;
  readonly error: EstimateError | null;
  readonly interval: Interval | null;
  readonly df: number | null;
  readonly answers: number | null;
  readonly organizations: number | null;
  readonly reliability: Reliability | null;
};

/** An item or a category without any figure, and why. */
export const withoutFigures = (id: string, status: string): Scored => ({
  id,
  status,
  estimate: null,
  error: null,
  interval: null,
  df: null,
  answers: null,
  organizations: null,
  reliability: null,
});
