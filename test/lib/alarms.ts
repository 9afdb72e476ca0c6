import { type Located, resourcesOf, type Stage } from './synthesized.ts';

/** An alarm of a template, as far as tests look at it. */
export interface DeployedAlarm {
  /** Without the stage, such as `tally-behind`. */
  readonly name: string;
  readonly stack: string;
  readonly description: string;
  /** Metrics that are paid for; none for a composite one. */
  readonly metrics: number;
  readonly composite: boolean;
  readonly resource: Located;
}

type Query = { readonly MetricStat?: unknown };

const shortName = (stage: Stage, name: unknown): string =>
  String(name).replace(`groundswell-${stage}-`, '');

const descriptionOf = ({ Properties }: Located): string => {
  const description = Properties.AlarmDescription;
  if (typeof description !== 'string') throw new Error('an alarm without words');
  return description;
};

const plainOrMath = (stage: Stage): readonly DeployedAlarm[] =>
  resourcesOf(stage, 'AWS::CloudWatch::Alarm').map((resource) => {
    const queries = resource.Properties.Metrics as readonly Query[] | undefined;
    return {
      name: shortName(stage, resource.Properties.AlarmName),
      stack: resource.stack,
      description: descriptionOf(resource),
      metrics: queries ? queries.filter(({ MetricStat }) => MetricStat).length : 1,
      composite: false,
      resource,
    };
  });

const composite = (stage: Stage): readonly DeployedAlarm[] =>
  resourcesOf(stage, 'AWS::CloudWatch::CompositeAlarm').map((resource) => ({
    name: shortName(stage, resource.Properties.AlarmName),
    stack: resource.stack,
    description: descriptionOf(resource),
    metrics: 0,
    composite: true,
    resource,
  }));

/** Every alarm of a stage. */
export const alarmsOf = (stage: Stage): readonly DeployedAlarm[] => [
  ...plainOrMath(stage),
  ...composite(stage),
];

/** The sections of the runbook that a stage's budgets have; a budget itself has no name. */
export const budgetSectionsOf = (stage: Stage): readonly string[] =>
  resourcesOf(stage, 'AWS::Budgets::Budget').map(({ Metadata }) => String(Metadata?.section));

/** The section of the runbook that an alarm's words point to. */
export const sectionOf = ({ description }: DeployedAlarm): string | undefined =>
  /What to do: docs\/runbook\.md#([a-z-]+)$/.exec(description)?.[1];
