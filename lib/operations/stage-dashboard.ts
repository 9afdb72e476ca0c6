import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  LogQueryVisualizationType,
  LogQueryWidget,
  PeriodOverride,
  TextWidget,
  TextWidgetBackground,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import type { ApiStack } from '../api-stack.ts';
import { stageName } from '../constructs/stage-name.ts';
import type { DataStack } from '../data-stack.ts';
import type { PipelineStack } from '../pipeline-stack.ts';

const WHOLE_WIDTH = 24;
const PERIOD = Duration.minutes(15);

/** Properties of {@link StageDashboard}. */
export interface StageDashboardProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly api: ApiStack;
}

/** One page that answers: is it collecting, is it counting, is it publishing. */
export class StageDashboard extends Construct {
  constructor(scope: Construct, id: string, props: StageDashboardProps) {
    super(scope, id);
    const { settings, data, pipeline, api } = props;
    new Dashboard(this, 'Dashboard', {
      dashboardName: stageName(settings, 'overview'),
      defaultInterval: Duration.days(2),
      periodOverride: PeriodOverride.INHERIT,
      widgets: [
        [alarmsOf([data, pipeline, api, Stack.of(this)])],
        [text(COLLECTING)],
        collecting(props),
        [text(COUNTING)],
        counting(props),
        [text(PUBLISHING)],
        publishing(props),
      ],
    });
  }
}

const COLLECTING = `# Is it collecting?
**Yes, if** requests come in while a poll is open, and hardly any fails. Nobody answering at night is normal; so are some refusals (4xx): people answer twice, or too late.
**If not:** requests that fail are the alarm \`answers-refused\`. No requests at all while people try is a matter of the site or its name: open it yourself.`;

const COUNTING = `# Is it counting?
**Yes, if** every rise of what is written is followed by counting, the age of the oldest change stays below some minutes, and nothing waits to be replayed.
**If not:** the alarms \`counting-stopped\`, \`tally-failing\` and \`tally-behind\`. No answer is lost: counting again is always safe.`;

const PUBLISHING = `# Is it publishing?
**Yes, if** roll-ups run on time, none fails, and the hours of waiting stay at 0. The list shows what the last roll-ups did: \`published\`; \`frozen\` and \`waiting\` (figures come once enough people more have answered); \`withheld\` (the rules that protect people let nothing out, for the reason beside it); after the close \`unsealed\` until the final count, \`settled\` once it is answered.
**If not:** the alarms \`rollup-late\`, \`rollup-failing\` and \`release-withheld\`.`;

const text = (markdown: string): IWidget =>
  new TextWidget({
    markdown,
    width: WHOLE_WIDTH,
    height: 3,
    background: TextWidgetBackground.TRANSPARENT,
  });

const alarmsOf = (stacks: readonly Stack[]): IWidget =>
  new AlarmStatusWidget({
    title: 'Alarms: all green is all well. Each has a section in docs/runbook.md',
    alarms: stacks.flatMap((stack) => stack.node.findAll().filter((one) => one instanceof Alarm)),
    width: WHOLE_WIDTH,
    height: 4,
  });

const graph = (title: string, left: IMetric[], right: IMetric[] = []): IWidget =>
  new GraphWidget({ title, left, right, width: WHOLE_WIDTH / 3, height: 6, leftYAxis: { min: 0 } });

const sum = { statistic: 'Sum', period: PERIOD } as const;

const collecting = ({ data, api }: StageDashboardProps): IWidget[] => [
  graph('Requests, and those that failed', [
    api.gateway.metric('Count', PERIOD).with({ label: 'all' }),
    api.gateway.metric('4xx', PERIOD).with({ label: 'refused (4xx)' }),
    api.gateway.metric('5xx', PERIOD).with({ label: 'failed (5xx)' }),
  ]),
  graph('Answers taken in or changed', [data.responses.writes(PERIOD).with({ label: 'writes' })]),
  graph('How long an answer takes, in ms', [
    api.intake.function.metricDuration({ statistic: 'p50', period: PERIOD, label: 'half of them' }),
    api.intake.function.metricDuration({ statistic: 'p99', period: PERIOD, label: '99 of 100' }),
    api.form.function.metricDuration({
      statistic: 'p99',
      period: PERIOD,
      label: '99 of 100 pages of the form',
    }),
  ]),
];

const counting = ({ pipeline, data }: StageDashboardProps): IWidget[] => [
  graph('Runs that count, and those that failed', [
    pipeline.tally.function.metricInvocations({ ...sum, label: 'runs' }),
    pipeline.tally.function.metricErrors({ ...sum, label: 'failed' }),
  ]),
  graph('Age of the oldest change that is not counted, in ms', [
    pipeline.tally.function.metric('IteratorAge', {
      statistic: 'Maximum',
      period: PERIOD,
      label: 'age',
    }),
  ]),
  graph('Waiting to be replayed; found by the nightly check', [
    data.failureQueue.queue.metricApproximateNumberOfMessagesVisible({
      statistic: 'Maximum',
      period: PERIOD,
      label: 'to be replayed',
    }),
    pipeline.sweep.drifted(PERIOD).with({ label: 'tallies that had drifted' }),
  ]),
];

const publishing = ({ settings, pipeline }: StageDashboardProps): IWidget[] => [
  graph('Roll-ups, and those that failed', [
    pipeline.rollUp.function.metricInvocations({ ...sum, label: 'runs' }),
    pipeline.rollUp.function.metricErrors({ ...sum, label: 'failed' }),
  ]),
  graph('Hours that a poll has waited for figures', [
    pipeline.rollUp.hoursWithoutRelease(PERIOD).with({ label: 'hours' }),
  ]),
  new LogQueryWidget({
    title: 'What the last roll-ups did',
    logGroupNames: [`/aws/lambda/${stageName(settings, 'rollup')}`],
    view: LogQueryVisualizationType.TABLE,
    queryLines: [
      'fields @timestamp, poll, message, reasons.0 as reason',
      'filter message like /^release\\./',
      'sort @timestamp desc',
      'limit 20',
    ],
    width: WHOLE_WIDTH / 3,
    height: 6,
  }),
];
