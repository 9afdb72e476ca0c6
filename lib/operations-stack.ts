import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Archive } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '../schemas/event.ts';
import type { Settings } from '../schemas/settings.ts';
import type { ApiStack } from './api-stack.ts';
import { SpendingBudget } from './constructs/spending-budget.ts';
import type { DataStack } from './data-stack.ts';
import { StageDashboard } from './operations/stage-dashboard.ts';
import { WholeStageAlarms } from './operations/whole-stage-alarms.ts';
import type { PipelineStack } from './pipeline-stack.ts';

/** Properties of {@link OperationsStack}. */
export interface OperationsStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly api: ApiStack;
}

/** What watches over the others, and keeps what they said. */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: OperationsStackProps) {
    const { settings, data, pipeline, api, ...stackProps } = props;
    super(scope, id, stackProps);
    new Archive(this, 'Events', {
      archiveName: `groundswell-${settings.stage}`,
      description: 'Every event, so that a consumer can have them again',
      sourceEventBus: data.bus,
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(settings.eventArchiveDays),
    });
    new WholeStageAlarms(this, 'Alarms', { data, pipeline, api });
    new SpendingBudget(this, 'Budget', { settings, operators: data.operators });
    new StageDashboard(this, 'Dashboard', { settings, data, pipeline, api });
  }
}
