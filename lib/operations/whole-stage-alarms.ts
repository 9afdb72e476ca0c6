import { Duration } from 'aws-cdk-lib';
import { AlarmRule, AlarmState, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { ApiStack } from '../api-stack.ts';
import { LEAST_FAILURES } from '../constructs/http-gateway.ts';
import type { DataStack } from '../data-stack.ts';
import type { PipelineStack } from '../pipeline-stack.ts';

const FIVE_MINUTES = Duration.minutes(5);
const HALF_AN_HOUR = Duration.minutes(30);

const TOO_MANY_FAILURES_PERCENT = 2;
const MANY_THROTTLES = 10;

/** Ten minutes out of fifteen, told once for all of them. */
const PART_OF_REFUSED = { periods: 3, badPeriods: 2, toldByAnother: true } as const;

/** Properties of {@link WholeStageAlarms}. */
export interface WholeStageAlarmsProps {
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly api: ApiStack;
}

/** Alarms on more than one thing, which the emulator does not know. */
export class WholeStageAlarms extends Construct {
  constructor(scope: Construct, id: string, props: WholeStageAlarmsProps) {
    super(scope, id);
    this.watchStandstill(props);
    this.watchRefusals(props);
  }

  /** A function that is not called neither fails nor falls behind. */
  private watchStandstill({ data, pipeline }: WholeStageAlarmsProps): void {
    const period = HALF_AN_HOUR;
    data.operators.watch(this, 'Standstill', {
      name: 'counting-stopped',
      errorImpact: 'Answers are kept but nobody counts them: interim figures stand still.',
      metric: new MathExpression({
        expression: 'IF((FILL(written, 0) > 0) AND (FILL(counts, 0) < 1), 1, 0)',
        label: 'Written but not counted',
        usingMetrics: {
          written: data.responses.writes(period),
          counts: pipeline.tally.function.metricInvocations({ statistic: 'Sum', period }),
        },
        period,
      }),
      threshold: 1,
      periods: 2,
      silence: { means: 'good', because: 'Where nobody answers there is nothing to count.' },
    });
  }

  /** A busy table or account shows up as failing requests: the operators hear of it once. */
  private watchRefusals({ data, api }: WholeStageAlarmsProps): void {
    const { operators } = data;
    const failing = operators.watch(this, 'ApiFailing', {
      name: 'api-failing',
      errorImpact:
        'Answers are not taken in, or reports not served, though nothing is wrong with them.',
      metric: new MathExpression({
        expression: `IF(failed >= ${LEAST_FAILURES}, 100 * failed / requests, 0)`,
        label: 'Share of requests that failed, in percent',
        usingMetrics: {
          failed: api.gateway.metric('5xx', FIVE_MINUTES),
          requests: api.gateway.metric('Count', FIVE_MINUTES),
        },
        period: FIVE_MINUTES,
      }),
      threshold: TOO_MANY_FAILURES_PERCENT,
      silence: { means: 'good', because: 'Without requests none can fail.' },
      ...PART_OF_REFUSED,
    });
    const functions = operators.watch(this, 'FunctionsThrottled', {
      name: 'functions-throttled',
      errorImpact:
        'The account runs as many functions as it may: answers are refused, and counting waits.',
      // Without a dimension it is of all functions, as the limit is.
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: 'Sum',
        period: FIVE_MINUTES,
      }),
      threshold: MANY_THROTTLES,
      silence: { means: 'good', because: 'It is reported with every call, and nobody calls.' },
      ...PART_OF_REFUSED,
    });
    const tables = operators.watch(this, 'TablesThrottled', {
      name: 'tables-throttled',
      errorImpact:
        'A table takes in less than is asked of it: answers are refused, or counted late.',
      metric: new MathExpression({
        expression:
          'SUM([FILL(r1, 0), FILL(w1, 0), FILL(r2, 0), FILL(w2, 0), FILL(r3, 0), FILL(w3, 0)])',
        label: 'Throttled reads and writes',
        usingMetrics: throttleMetrics(data),
        period: FIVE_MINUTES,
      }),
      threshold: MANY_THROTTLES,
      silence: { means: 'good', because: 'It is reported only where something was throttled.' },
      ...PART_OF_REFUSED,
    });
    operators.watchTogether(
      this,
      'Refused',
      {
        name: 'answers-refused',
        errorImpact: 'People are refused who did nothing wrong. Look at it today.',
      },
      AlarmRule.anyOf(
        ...[failing, functions, tables].map((one) => AlarmRule.fromAlarm(one, AlarmState.ALARM)),
      ),
    );
  }
}

/** Throttled reads (r) and writes (w) of each table. */
const throttleMetrics = ({ responses, tallies, polls }: DataStack): Record<string, Metric> =>
  Object.fromEntries(
    [responses, tallies, polls].flatMap(({ table }, index) =>
      (
        [
          ['r', 'ReadThrottleEvents'],
          ['w', 'WriteThrottleEvents'],
        ] as const
      ).map(([letter, metricName]) => [
        `${letter}${index + 1}`,
        table.metric(metricName, { statistic: 'Sum', period: FIVE_MINUTES }),
      ]),
    ),
  );
