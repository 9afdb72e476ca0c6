import { type EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../schemas/event.ts';
import type { Settings } from '../../schemas/settings.ts';
import { MailTopic } from './mail-topic.ts';
import type { Operators } from './operators.ts';
import { stageName } from './stage-name.ts';
import { watchUndelivered } from './watch-undelivered.ts';

/** Properties of {@link ReleaseMail}. */
export interface ReleaseMailProps {
  readonly settings: Settings;
  readonly bus: EventBus;
  readonly key: IKey;
}

/** A mail to the planners who asked for one whenever priorities are released; no figure is in it. */
export class ReleaseMail extends Construct {
  readonly mail: MailTopic;
  private readonly ruleName: string;
  private readonly bus: EventBus;

  constructor(scope: Construct, id: string, { settings, bus, key }: ReleaseMailProps) {
    super(scope, id);
    this.ruleName = stageName(settings, 'release-mail');
    this.bus = bus;
    this.mail = new MailTopic(this, 'Mail', {
      settings,
      name: 'releases',
      sender: 'Groundswell',
      key,
      addresses: settings.plannerEmails,
    });
    const poll = EventField.fromPath('$.detail.poll');
    new Rule(this, 'Rule', {
      ruleName: this.ruleName,
      description: 'Tells planners of releases',
      eventBus: bus,
      eventPattern: { source: [EVENT_SOURCE], detailType: ['PrioritiesReleased'] },
      targets: [
        new SnsTopic(this.mail.topic, {
          // A line of its own each: a line break inside one would be written out as \n. The
          // quotation marks around each line are EventBridge's, which takes nothing else.
          message: RuleTargetInput.fromMultilineText(
            [
              `The poll ${poll} has new ${EventField.fromPath('$.detail.kind')} priorities.`,
              `They count answers up to ${EventField.fromPath('$.detail.asOf')}.`,
              'Interim priorities may still change; final ones are made after the poll has closed.',
              `Read them at ${settings.siteUrl}/results/${poll}`,
            ].join('\n'),
          ),
        }),
      ],
    });
  }

  /** Tells the operators when a mail could not be handed on. */
  watchedBy(operators: Operators): void {
    watchUndelivered(this, 'Undelivered', {
      operators,
      name: 'release-untold',
      errorImpact:
        'Priorities were released, and the planners who asked for a mail about it got none.',
      ruleName: this.ruleName,
      bus: this.bus,
    });
  }
}
