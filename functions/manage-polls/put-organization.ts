import { changedMembers } from '../../core/json/changed-members.ts';
import { MOST_BYTES_AN_ORGANIZATION } from '../../core/organizations/organization-size.ts';
import { planOrganization } from '../../core/organizations/plan-organization.ts';
import { OrganizationId } from '../../schemas/identifier.ts';
import { type Organization, OrganizationRequest } from '../../schemas/organization.ts';
import type { Poll } from '../../schemas/poll.ts';
import { requireBodyWithin } from '../middleware/body-limit.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { readBody } from '../middleware/read-body.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { addressId } from './address-id.ts';
import { type AuditOf, auditOf } from './audit-of.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { stageOf } from './stage-of.ts';
import { type Attempt, untilWritten } from './until-written.ts';

type Settled = { readonly organization: Organization; readonly isNew: boolean };

const CREATED = 201;
const OK = 200;

const MEMBERS = Object.keys(OrganizationRequest.shape);

const settle = async (
  deps: ManagePollsDeps,
  poll: Poll,
  id: string,
  request: OrganizationRequest,
  audit: AuditOf,
): Promise<Attempt<Settled>> => {
  const { stage, guard } = await stageOf(deps, poll, deps.now());
  const current = await deps.organizations.get(poll.id, id);
  const plan = planOrganization(id, current, request, stage);
  if (plan.kind === 'refused') throw new ProblemError(plan.code);
  const { organization } = plan;
  if (plan.kind === 'unchanged') return { kind: 'done', value: { organization, isNew: false } };
  const { isNew, liftsSlowing } = plan;
  const changed = [...changedMembers(current, organization, MEMBERS)];
  const change = await deps.organizations.put(
    poll.id,
    [organization],
    guard,
    () => audit(poll.id, { act: 'organization.put', organization: id, isNew, changed }),
    new Set(liftsSlowing ? [id] : []),
  );
  if (change.kind === 'overtaken') return change;
  return { kind: 'done', value: { organization, isNew } };
};

/** Puts an organization; a repeat finds it as it wants it. */
export const putOrganization =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const id = addressId(event, 'organization', OrganizationId);
    requireBodyWithin(event, MOST_BYTES_AN_ORGANIZATION);
    const request = readBody(event, OrganizationRequest);
    const audit = auditOf(deps, event);
    const { organization, isNew } = await untilWritten(async () =>
      settle(deps, await findPoll(deps, event), id, request, audit),
    );
    return jsonReply(isNew ? CREATED : OK, organization);
  };
