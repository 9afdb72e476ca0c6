import type { Organization, OrganizationRequest } from '../../schemas/organization.ts';
import type { PollState } from '../../schemas/poll.ts';
import { raisesBound } from '../collecting/slowing.ts';
import { sameJson } from '../json/same-json.ts';
import { bucketBitsFor } from './bucket-bits.ts';

/** What comes of an administrator's organization. */
export type OrganizationPlan =
  | {
      readonly kind: 'write';
      readonly organization: Organization;
      readonly isNew: boolean;
      /** Whether its new responses need not wait any more: more of them are expected now. */
      readonly liftsSlowing: boolean;
    }
  | { readonly kind: 'unchanged'; readonly organization: Organization }
  | { readonly kind: 'refused'; readonly code: 'closed' | 'frozen-by-release' };

/** Where the organization's poll stands. */
export type Stage = { readonly state: PollState; readonly released: boolean };

const sameWeights = (a: OrganizationRequest, b: OrganizationRequest): boolean =>
  a.peopleServed === b.peopleServed && sameJson(a.attributes, b.attributes);

/**
 * What is to be done with an organization that an administrator sent. None is new in a closed
 * poll; buckets are fixed once the poll is open, because its responses are counted by them; what
 * weighs and groups it is fixed at the first release.
 */
export const planOrganization = (
  id: string,
  current: Organization | undefined,
  request: OrganizationRequest,
  { state, released }: Stage,
): OrganizationPlan => {
  if (!current && state === 'closed') return { kind: 'refused', code: 'closed' };
  if (current && released && !sameWeights(request, current)) {
    return { kind: 'refused', code: 'frozen-by-release' };
  }
  const keepsBuckets = current && state !== 'draft';
  const organization: Organization = {
    ...request,
    id,
    bucketBits: keepsBuckets ? current.bucketBits : bucketBitsFor(request.expectedResponses),
  };
  if (current && sameJson(organization, current)) return { kind: 'unchanged', organization };
  const liftsSlowing =
    current !== undefined && raisesBound(current.expectedResponses, request.expectedResponses);
  return { kind: 'write', organization, isNew: current === undefined, liftsSlowing };
};
