import { permissionsOf } from '../lib/permissions.ts';
import type { Stage } from '../lib/synthesized.ts';
import type { RecordedCall } from './recorded-call.ts';

/** One action that a role is granted on one resource, which may be a pattern. */
export interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

/** Every grant of a stage's roles, one by one. */
export const grantsOf = (stage: Stage): readonly Grant[] =>
  permissionsOf(stage).flatMap(({ role, actions, resources }) =>
    actions.flatMap((action) => resources.map((resource) => ({ role, action, resource }))),
  );

/** What a regular expression would not take as it stands; a star stays a star. */
const SPECIAL = /[.+?^${}()|[\]\\]/g;

const matches = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replaceAll(SPECIAL, '\\$&').replaceAll('*', '.*')}$`, 's').test(text);

/** Whether a call needed the grant. */
export const isUsedBy = ({ role, action, resource }: Grant, call: RecordedCall): boolean =>
  call.caller === role && call.action === action && matches(resource, call.resource);

/** A grant as a line: `sweep dynamodb:Query table/groundswell-local-responses`. */
export const lineOf = ({ role, action, resource }: Grant): string =>
  `${role} ${action} ${resource.split(':').slice(5).join(':')}`;
