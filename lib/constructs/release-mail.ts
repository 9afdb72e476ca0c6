import { type EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../schemas/event.ts';
import type { ReleaseKind } from '../../schemas/release.ts';
import type { Settings } from '../../schemas/settings.ts';
import { MailTopic } from './mail-topic.ts';
import { stageName } from './stage-name.ts';

/** Properties of {@link ReleaseMail}. */
export interface ReleaseMailProps {
  readonly settings: Settings;
  readonly bus: EventBus;
  readonly key: IKey;
}

const NEWS: Readonly<Record<ReleaseKind, string>> = {
  interim: 'has new interim priorities. The poll is still open, so they may change.',
  final: 'has its final priorities. The poll is closed.',
};

/** A mail to the planners who asked for one whenever priorities are released; no figure is in it. */
export class ReleaseMail extends Construct {
  readonly mail: MailTopic;

  constructor(scope: Construct, id: string, { settings, bus, key }: ReleaseMailProps) {
    super(scope, id);
    this.mail = new MailTopic(this, 'Mail', {
      settings,
      name: 'releases',
      sender: 'Groundswell',
      key,
      addresses: settings.plannerEmails,
    });
    for (const kind of ['interim', 'final'] as const) {
      new Rule(this, kind === 'final' ? 'Final' : 'Interim', {
        ruleName: stageName(settings, `${kind}-release-mail`),
        description: `Tells planners of ${kind} releases`,
        eventBus: bus,
        eventPattern: {
          source: [EVENT_SOURCE],
          detailType: ['PrioritiesReleased'],
          detail: { kind: [kind] },
        },
        targets: [
          new SnsTopic(this.mail.topic, {
            // A line of its own each: a line break inside one would be written out as \n.
            message: RuleTargetInput.fromMultilineText(
              [
                `The poll ${EventField.fromPath('$.detail.poll')} ${NEWS[kind]}`,
                `They count answers up to ${EventField.fromPath('$.detail.asOf')}.`,
                `Read them at ${settings.siteUrl}`,
              ].join('\n'),
            ),
          }),
        ],
      });
    }
  }
}
