import { resolve } from './resolve.ts';
import { resourcesOf, type Stage } from './synthesized.ts';

/** A statement of a role's policy. */
export interface Permission {
  /** The role's name without `groundswell-<stage>-`. */
  readonly role: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: unknown;
}

type Statement = {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
};
type Policy = {
  readonly Roles: readonly string[];
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
};

const listed = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? value : [value as Value];

/** Everything that the roles of a stage are allowed. */
export const permissionsOf = (stage: Stage): readonly Permission[] =>
  resourcesOf(stage, 'AWS::IAM::Policy').flatMap(({ stack, Properties }) => {
    const { Roles, PolicyDocument } = resolve(stage, stack, Properties) as Policy;
    return Roles.flatMap((role) =>
      PolicyDocument.Statement.map((statement) => ({
        role: role.replace(`groundswell-${stage}-`, ''),
        actions: listed(statement.Action),
        resources: listed(statement.Resource),
        conditions: statement.Condition,
      })),
    );
  });
