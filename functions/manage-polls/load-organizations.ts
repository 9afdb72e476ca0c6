import { planOrganization, type Stage } from '../../core/organizations/plan-organization.ts';
import type { RequestedOrganization } from '../../core/organizations/read-organization-row.ts';
import { readOrganizations } from '../../core/organizations/read-organizations.ts';
import type { LoadedOrganizations, Organization } from '../../schemas/organization.ts';
import type { Poll } from '../../schemas/poll.ts';
import type { HttpEvent } from '../middleware/http-event.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { type AuditOf, auditOf } from './audit-of.ts';
import { findPoll } from './find-poll.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { readCsv } from './read-csv.ts';
import { stageOf } from './stage-of.ts';
import { type Attempt, untilWritten } from './until-written.ts';

const OK = 200;

const requestedIn = (event: HttpEvent): readonly RequestedOrganization[] => {
  const result = readOrganizations(readCsv(event));
  if (result.kind === 'valid') return result.organizations;
  throw new ProblemError('invalid-request', { errors: result.faults });
};

const plansOf = (
  requested: readonly RequestedOrganization[],
  current: readonly Organization[],
  stage: Stage,
) => {
  const byId = new Map(current.map((organization) => [organization.id, organization]));
  return requested.map(({ id, request }, row) => {
    const plan = planOrganization(id, byId.get(id), request, stage);
    if (plan.kind !== 'refused') return plan;
    const expected = plan.code === 'closed' ? 'no new organization' : 'what it was released with';
    throw new ProblemError(plan.code, { errors: [{ pointer: `/rows/${row}`, expected }] });
  });
};

const load = async (
  deps: ManagePollsDeps,
  poll: Poll,
  requested: readonly RequestedOrganization[],
  audit: AuditOf,
): Promise<Attempt<LoadedOrganizations>> => {
  const { stage, guard } = await stageOf(deps, poll, deps.now());
  const plans = plansOf(requested, await deps.organizations.list(poll.id), stage);
  const writes = plans.filter((plan) => plan.kind === 'write');
  const organizations = writes.map((plan) => plan.organization);
  const idsWhere = (is: (plan: (typeof writes)[number]) => boolean): ReadonlySet<string> =>
    new Set(writes.filter(is).map((plan) => plan.organization.id));
  const news = idsWhere(({ isNew }) => isNew);
  const countsOf = (some: readonly Organization[]) => {
    const created = some.filter(({ id }) => news.has(id)).length;
    return { created, changed: some.length - created };
  };
  const change = await deps.organizations.put(
    poll.id,
    organizations,
    guard,
    (some, part) => audit(poll.id, { act: 'organizations.loaded', part, ...countsOf(some) }),
    idsWhere(({ liftsSlowing }) => liftsSlowing),
  );
  if (change.kind === 'overtaken') return change;
  return { kind: 'done', value: { organizations: plans.length, ...countsOf(organizations) } };
};

/**
 * Puts the organizations of a CSV file. Nothing is written unless every row may be; a repeat
 * writes what an interrupted call left out.
 */
export const loadOrganizations =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const requested = requestedIn(event);
    const audit = auditOf(deps, event);
    const loaded = await untilWritten(async () =>
      load(deps, await findPoll(deps, event), requested, audit),
    );
    return jsonReply(OK, loaded);
  };
