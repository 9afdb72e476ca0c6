import { type AnonymousRequestPrincipal, runSimulation } from '@cloud-copilot/iam-simulate';
import type { PolicyDocument } from './resource-policies.ts';

/** Whoever asks AWS for something, and what they are granted themselves. */
export interface Caller {
  readonly principal: string | AnonymousRequestPrincipal;
  /** What the request says of its caller, such as `aws:PrincipalArn`. */
  readonly context: Readonly<Record<string, string>>;
  readonly policies: readonly PolicyDocument[];
}

/** What is asked for. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly policy?: PolicyDocument | undefined;
  /** What else the request says, such as `iam:PassedToService`. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

const ACCOUNT = '000000000000';

/** A request that cannot be judged, for instance because no such action exists. */
export class NotSimulatedError extends Error {
  override readonly name = 'NotSimulatedError';
}

const listsCopied = (
  context: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(context).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : [...value],
    ]),
  );

/**
 * Whether AWS would let a caller do what is asked for, by the policies alone: those of the
 * caller and the resource's own. Requests come over TLS 1.2 unless they say otherwise.
 */
export const isAllowed = async (caller: Caller, request: Request): Promise<boolean> => {
  const { action, resource, policy, context = {} } = request;
  const answer = await runSimulation(
    {
      request: {
        principal: caller.principal,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: {
          'aws:SecureTransport': 'true',
          's3:TlsVersion': '1.2',
          ...caller.context,
          ...listsCopied(context),
        },
      },
      identityPolicies: caller.policies.map((document, index) => ({
        name: `policy-${index}`,
        policy: document,
      })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: policy,
    },
    {},
  );
  if (answer.resultType === 'error') {
    throw new NotSimulatedError(
      `${action} on ${resource}: ${answer.errors.message} ${JSON.stringify(answer.errors)}`,
    );
  }
  return answer.overallResult === 'Allowed';
};
