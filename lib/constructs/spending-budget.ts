import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import type { Operators } from './operators.ts';

/** Properties of {@link SpendingBudget}. */
export interface SpendingBudgetProps {
  readonly settings: Settings;
  readonly operators: Operators;
}

/** The heading of its section in the runbook. */
const SECTION = 'spend-above-budget';

const ALL = 100;

/** A forecast needs some weeks of an account's past, so a young one is warned by this alone. */
const MOST_OF_IT = 80;

/**
 * Tells the operators when the account has spent most of its budget and all of it, and when the
 * month is going to. It looks at the whole account: a cost by tag is empty until someone turns the
 * tag on in the account's billing, and would never tell anything.
 */
export class SpendingBudget extends Construct {
  constructor(scope: Construct, id: string, { settings, operators }: SpendingBudgetProps) {
    super(scope, id);
    const notice = (notificationType: 'ACTUAL' | 'FORECASTED', threshold: number) => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold,
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ subscriptionType: 'SNS', address: operators.mail.topic.topicArn }],
    });
    // Without a name of its own: other notices make a new budget before the old one is deleted,
    // and a name can stand only once.
    const budget = new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: settings.monthlyBudgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        notice('ACTUAL', MOST_OF_IT),
        notice('ACTUAL', ALL),
        notice('FORECASTED', ALL),
      ],
    });
    budget.addMetadata('section', SECTION);
  }
}
