import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { Settings } from '../schemas/settings.ts';
import { addOutputs } from './constructs/outputs.ts';
import { ReleaseMail } from './constructs/release-mail.ts';
import { Schedules } from './constructs/schedules.ts';
import type { DataStack } from './data-stack.ts';
import { RollUp } from './functions/roll-up.ts';
import { Sweep } from './functions/sweep.ts';
import { Tally } from './functions/tally.ts';

/** Properties of {@link PipelineStack}. */
export interface PipelineStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
}

/** What turns responses into released reports: tally, sweep, roll-up, and what sets them going. */
export class PipelineStack extends Stack {
  readonly oneOffSchedules: Schedules;
  readonly tally: Tally;
  readonly sweep: Sweep;
  readonly rollUp: RollUp;

  constructor(scope: Construct, id: string, { settings, data, ...props }: PipelineStackProps) {
    super(scope, id, props);
    this.oneOffSchedules = new Schedules(this, 'OneOffSchedules', {
      settings,
      name: 'one-off-schedules',
    });
    const { responses, tallies, polls, bus, failures, operators } = data;
    this.tally = new Tally(this, 'Tally', { settings, responses, tallies, polls, bus, failures });
    this.rollUp = new RollUp(this, 'RollUp', {
      settings,
      tallies,
      polls,
      checkpoints: data.checkpoints,
      participation: data.participation,
      reports: data.reports,
      bus,
      failures,
    });
    this.sweep = new Sweep(this, 'Sweep', {
      settings,
      responses,
      tallies,
      polls,
      bus,
      oneOffSchedules: this.oneOffSchedules,
      rollUp: this.rollUp,
      failures,
    });
    this.addSchedules(settings);
    this.tally.watchedBy(operators);
    this.sweep.watchedBy(operators, settings);
    this.rollUp.watchedBy(operators, settings);
    const releaseMail = new ReleaseMail(this, 'ReleaseMail', { settings, bus, key: data.mailKey });
    releaseMail.watchedBy(operators);
    addOutputs(this, {
      ReleasesTopic: releaseMail.mail.topic.topicArn,
      TallyFunction: this.tally.function.functionName,
      SweepFunction: this.sweep.function.functionName,
      RollUpFunction: this.rollUp.function.functionName,
    });
  }

  private addSchedules(settings: Settings): void {
    const schedules = new Schedules(this, 'Schedules', { settings, name: 'schedules' });
    const rate = ScheduleExpression.rate(Duration.minutes(settings.rollUpMinutes));
    schedules.add('RollUpRate', {
      schedule: rate,
      target: this.rollUp,
      payload: {},
      description: 'Rolls up every poll',
    });
    schedules.add('SealRate', {
      schedule: rate,
      target: this.sweep,
      payload: { kind: 'seal-due' },
      description: 'Seals closed polls whose own schedule was missed',
    });
    schedules.add('NightlyCheck', {
      schedule: ScheduleExpression.cron({
        minute: '0',
        hour: String(settings.nightlyCheckHour),
      }),
      target: this.sweep,
      payload: { kind: 'check' },
      description: 'Compares every tally with its responses',
    });
  }
}
