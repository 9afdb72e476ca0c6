import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type Conditions, Grant, type IGrantable, type PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Settings } from '../../schemas/settings.ts';
import { keyedTable } from './keyed-table.ts';
import { reserveFor } from './reserve-for.ts';
import { type AllowedRoles, tablePolicy, WHERE_ATTACHED, WRITING } from './table-policy.ts';

/** Who decides what is asked, sealed and released. Reading is not reserved: nobody is in it. */
const ALLOWED: AllowedRoles = {
  'dynamodb:PutItem': ['administration', 'sweep', 'rollup'],
  'dynamodb:UpdateItem': ['administration', 'rollup', 'tally'],
};

/** Properties of {@link PollsTable}. */
export interface PollsTableProps {
  readonly settings: Settings;
}

/** The partitions that hold the audit trails, one a poll. */
const AUDIT_PARTITIONS = '*#AUDIT';

/**
 * Polls, organizations and releases: nothing in it comes from a person's answers.
 *
 * The partitions of the audit trail are reached by the administrators' function alone, which
 * may read and put there but never update or delete: its role is not granted it, and the table's
 * own policy refuses it to everyone, whatever they are granted. That the function only puts what is not there yet is
 * its own condition: no policy can tell a put that creates from one that replaces.
 */
export class PollsTable extends Construct {
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, { settings }: PollsTableProps) {
    super(scope, id);
    this.table = keyedTable(this, {
      settings,
      name: 'polls',
      resourcePolicy: pollsPolicy(settings),
    });
  }

  /** Allows to read one item by its whole key. */
  grantReadItem(grantee: IGrantable): void {
    this.allow(grantee, ['dynamodb:GetItem']);
  }

  /** Allows to read items and lists of items. */
  grantRead(grantee: IGrantable): void {
    this.allow(grantee, ['dynamodb:GetItem', 'dynamodb:Query']);
  }

  /**
   * Allows to put polls and organizations, each on condition of how the poll stands, and to add
   * to the audit trail and read it.
   */
  grantAdminister(grantee: IGrantable): void {
    this.table.grants.actions(
      grantee,
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:ConditionCheckItem',
    );
    this.allow(grantee, ['dynamodb:UpdateItem']);
  }

  /** Allows to note on an organization until when new responses have to wait, and nothing else. */
  grantSlow(grantee: IGrantable): void {
    this.allow(grantee, ['dynamodb:UpdateItem'], {
      'ForAllValues:StringEquals': { 'dynamodb:Attributes': ['pk', 'sk', 'slowUntil'] },
      StringEqualsIfExists: { 'dynamodb:ReturnValues': ['NONE'] },
    });
  }

  /** Allows to put the seal of a poll, on condition that its end has not moved. */
  grantSeal(grantee: IGrantable): void {
    this.grantRead(grantee);
    this.allow(grantee, ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem']);
  }

  /** Allows to put releases, and to note on a poll what was announced. */
  grantRelease(grantee: IGrantable): void {
    this.grantRead(grantee);
    this.allow(grantee, ['dynamodb:PutItem', 'dynamodb:UpdateItem']);
  }

  /**
   * Allows actions on every item but the audit trail's. `ForAllValues` lets a request pass that
   * names no partition; each of the actions granted here names the one it is about.
   */
  private allow(grantee: IGrantable, actions: string[], conditions: Conditions = {}): void {
    Grant.addToPrincipal({
      grantee,
      actions,
      resourceArns: [this.table.tableArn],
      conditions: {
        'ForAllValues:StringNotLike': { 'dynamodb:LeadingKeys': [AUDIT_PARTITIONS] },
        ...conditions,
      },
    });
  }
}

/** The table's own policy: who may write, and that nobody may change the audit trail. */
const pollsPolicy = (settings: Settings): PolicyDocument => {
  const policy = tablePolicy(settings, WRITING, ALLOWED);
  const onTrail = [
    reserveFor(settings, {
      actions: ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
      resources: WHERE_ATTACHED,
      roles: [],
    }),
    reserveFor(settings, {
      actions: ['dynamodb:PutItem'],
      resources: WHERE_ATTACHED,
      roles: ['administration'],
    }),
  ];
  for (const statement of onTrail) {
    statement.addConditions({
      'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [AUDIT_PARTITIONS] },
    });
  }
  policy.addStatements(...onTrail);
  return policy;
};
