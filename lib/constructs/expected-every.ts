import { Duration } from 'aws-cdk-lib';

const HOUR_MINUTES = 60;

/** The longest period of a metric. */
const DAY_MINUTES = 24 * HOUR_MINUTES;

const MISSED_RUNS = 3;
const HOURS_LATE = 2;

/** What an alarm looks at to find that something no longer happens. */
export interface ExpectedEvery {
  readonly period: Duration;
  readonly periods: number;
  /** How long a new alarm waits for the first time. */
  readonly warmUp: Duration;
}

/**
 * When something that is to happen every so many minutes is late: after three times missed, or,
 * where it happens less often than every hour, two hours after it was due. CloudWatch takes hours
 * of more than a day together, but nothing shorter; and it looks back some periods further than it
 * is told to where data is missing, so long periods would ring days late.
 */
export const expectedEvery = (minutes: number): ExpectedEvery => {
  const [periodMinutes, periods] =
    minutes <= HOUR_MINUTES
      ? [minutes, MISSED_RUNS]
      : [HOUR_MINUTES, Math.ceil(minutes / HOUR_MINUTES) + HOURS_LATE];
  return {
    period: Duration.minutes(periodMinutes),
    periods,
    warmUp: Duration.minutes(periodMinutes * periods),
  };
};

/**
 * The period of a metric that is reported every so many minutes: long enough to hold a report
 * always, so that the alarm does not end where one is a little late.
 */
export const reportedEvery = (minutes: number): Duration =>
  Duration.minutes(Math.min(DAY_MINUTES, Math.max(HOUR_MINUTES, 2 * minutes)));
