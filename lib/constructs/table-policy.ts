import { Aws } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Settings } from '../../schemas/settings.ts';
import { reserveFor } from './reserve-for.ts';

/** Actions that put, change or delete items of a table. */
export const WRITING = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:PartiQLInsert',
  'dynamodb:PartiQLUpdate',
  'dynamodb:PartiQLDelete',
] as const;

/**
 * Actions that show what items hold. A transaction is no action of its own: each of its items is
 * checked as the action that it stands for.
 */
const READING = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'dynamodb:ConditionCheckItem',
  'dynamodb:PartiQLSelect',
] as const;

/**
 * Actions that carry a table's items elsewhere, where its policy does not hold and retention does
 * not reach. Point-in-time recovery is left: it forgets after its days, and restoring needs it.
 */
const COPYING = [
  'dynamodb:ExportTableToPointInTime',
  'dynamodb:CreateBackup',
  'dynamodb:EnableKinesisStreamingDestination',
  'dynamodb:UpdateKinesisStreamingDestination',
] as const;

/** A policy that named its own table would make the template refer to itself. */
export const WHERE_ATTACHED = ['*'] as const;

/** Everything that reaches the items of a table, one way or another. */
export const REACHING_ITEMS = [...READING, ...WRITING, ...COPYING] as const;

/** Actions that show what a stream holds. Its shards, which hold no key, may be looked at. */
const READING_STREAM = ['dynamodb:GetRecords', 'dynamodb:GetShardIterator'] as const;

/** An action on items. */
export type ItemAction = (typeof REACHING_ITEMS)[number];

/** Last parts of the names of the roles that an action is reserved for. */
export type AllowedRoles = { readonly [Action in ItemAction]?: readonly string[] };

/**
 * A table's own policy: each of the actions is denied to all but the roles that it is allowed to,
 * and to all where it is allowed to none; nobody comes without TLS or from another account. It allows nothing by itself,
 * and leaves the table's and its own administration alone, so that nobody is locked out.
 */
export const tablePolicy = (
  settings: Pick<Settings, 'stage'>,
  actions: readonly ItemAction[],
  allowed: AllowedRoles,
): PolicyDocument => {
  const byRoles = Map.groupBy(actions, (action) => (allowed[action] ?? []).join());
  const reservations = [...byRoles].map(([roles, reserved]) =>
    reserveFor(settings, {
      actions: reserved,
      resources: WHERE_ATTACHED,
      roles: roles === '' ? [] : roles.split(','),
    }),
  );
  return new PolicyDocument({ statements: [...reservations, ...unlessOwnAndSafe(REACHING_ITEMS)] });
};

/** The policy of a table's stream: some roles read it, over TLS, and nobody else. */
export const streamPolicy = (
  settings: Pick<Settings, 'stage'>,
  roles: readonly string[],
): PolicyDocument => {
  const reading = { actions: READING_STREAM, resources: WHERE_ATTACHED };
  return new PolicyDocument({
    statements: [reserveFor(settings, { ...reading, roles }), ...unlessOwnAndSafe(READING_STREAM)],
  });
};

/** Denies actions to other accounts and to nobody in particular, and to all without TLS. */
const unlessOwnAndSafe = (actions: readonly string[]): readonly PolicyStatement[] =>
  [
    { StringNotEquals: { 'aws:PrincipalAccount': Aws.ACCOUNT_ID } },
    { Bool: { 'aws:SecureTransport': 'false' } },
  ].map(
    (conditions) =>
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: [...actions],
        resources: [...WHERE_ATTACHED],
        conditions,
      }),
  );
