import { roleAsDeployed } from '../lib/callers.ts';
import { type Guarded, guardedOf } from '../lib/resource-policies.ts';
import { isAllowed } from '../lib/simulate.ts';
import type { Stage } from '../lib/synthesized.ts';
import type { RecordedCall } from './recorded-call.ts';

const guardOf = (guarded: readonly Guarded[], resource: string): Guarded | undefined =>
  guarded.find(({ arn }) => resource === arn || resource.startsWith(`${arn}/`));

/** The calls that AWS would refuse, by the policies that a stage is deployed with. */
export const refusedCalls = async (
  stage: Stage,
  calls: readonly RecordedCall[],
): Promise<readonly RecordedCall[]> => {
  const guarded = guardedOf(stage);
  const answers = await Promise.all(
    calls.map(({ caller, action, resource, context }) =>
      isAllowed(roleAsDeployed(stage, caller), {
        action,
        resource,
        context,
        policy: guardOf(guarded, resource)?.policy,
      }),
    ),
  );
  return calls.filter((_call, index) => !answers[index]);
};
