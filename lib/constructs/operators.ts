import type { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmBase,
  type CfnAlarm,
  ComparisonOperator,
  CompositeAlarm,
  type IAlarmRule,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { MailTopic } from './mail-topic.ts';
import { stageName } from './stage-name.ts';

/** Properties of {@link Operators}. */
export interface OperatorsProps {
  readonly settings: Settings;
  readonly key: IKey;
}

/** What every alarm says of itself. */
export interface AlarmWords {
  /** Last part of the alarm's name, and the heading of its section in the runbook. */
  readonly name: string;
  /** What it means for people while the alarm is on. */
  readonly errorImpact: string;
  /** Heading of the section, where several alarms share one. */
  readonly section?: string;
}

/** What an alarm watches. */
export interface WatchedMetric extends AlarmWords {
  readonly metric: IMetric;
  readonly threshold: number;
  /** Periods of the metric that are looked at. */
  readonly periods: number;
  /** How many of them have to be bad; all of them, unless set. */
  readonly badPeriods?: number;
  /** Whether it is bad to be below the threshold; at or above it is, unless set. */
  readonly badBelow?: boolean;
  /** What a period without any data says, and why. */
  readonly silence: { readonly means: 'good' | 'bad'; readonly because: string };
  /** How long a new alarm waits for its first data; not at all, unless set. */
  readonly warmUp?: Duration;
  /** Whether the operators are told by another alarm that this one is part of. */
  readonly toldByAnother?: boolean;
}

const RUNBOOK = 'docs/runbook.md';

/** What an alarm's mail says: what it means for people, and where to read on. */
const describeAlarm = ({ name, errorImpact, section = name }: AlarmWords): string =>
  `${errorImpact} What to do: ${RUNBOOK}#${section}`;

/** Those who look after a stage, and what they are woken for. */
export class Operators extends Construct {
  readonly mail: MailTopic;
  private readonly settings: Settings;

  constructor(scope: Construct, id: string, { settings, key }: OperatorsProps) {
    super(scope, id);
    this.settings = settings;
    this.mail = new MailTopic(this, 'Mail', {
      settings,
      name: 'operators',
      sender: `Groundswell ${settings.stage}`,
      key,
      addresses: settings.operatorEmails,
    });
    this.mail.grantPublishTo('cloudwatch.amazonaws.com');
    this.mail.grantPublishTo('budgets.amazonaws.com');
  }

  /** Tells them when a metric is bad, and when it is good again. */
  watch(scope: Construct, id: string, watched: WatchedMetric): Alarm {
    const { silence, warmUp, badBelow = false, toldByAnother = false } = watched;
    const alarm = new Alarm(scope, id, {
      alarmName: stageName(this.settings, watched.name),
      alarmDescription: describeAlarm(watched),
      metric: watched.metric,
      threshold: watched.threshold,
      comparisonOperator: badBelow
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: watched.periods,
      datapointsToAlarm: watched.badPeriods ?? watched.periods,
      treatMissingData:
        silence.means === 'good' ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    });
    const resource = alarm.node.defaultChild as CfnAlarm;
    resource.addMetadata('silence', silence.because);
    if (warmUp) {
      resource.warmUpConfiguration = { warmUpPeriodDurationInMinutes: warmUp.toMinutes() };
    }
    if (!toldByAnother) this.tell(alarm);
    return alarm;
  }

  /** Tells them once of alarms that come together. */
  watchTogether(scope: Construct, id: string, words: AlarmWords, rule: IAlarmRule): CompositeAlarm {
    const alarm = new CompositeAlarm(scope, id, {
      compositeAlarmName: stageName(this.settings, words.name),
      alarmDescription: describeAlarm(words),
      alarmRule: rule,
    });
    this.tell(alarm);
    return alarm;
  }

  private tell(alarm: AlarmBase): void {
    const mail = new SnsAction(this.mail.topic);
    alarm.addAlarmAction(mail);
    alarm.addOkAction(mail);
  }
}
