import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Archive } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '../schemas/event.ts';
import type { Settings } from '../schemas/settings.ts';
import type { DataStack } from './data-stack.ts';

/** Properties of {@link OperationsStack}. */
export interface OperationsStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
}

/** What watches over the others, and keeps what they said. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, data, ...props }: OperationsStackProps) {
    super(scope, id, props);
    new Archive(this, 'Events', {
      archiveName: `groundswell-${settings.stage}`,
      description: 'Every event, so that a consumer can have them again',
      sourceEventBus: data.bus,
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(settings.eventArchiveDays),
    });
  }
}
