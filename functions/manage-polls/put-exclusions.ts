import { planExclusions } from '../../core/counting/plan-exclusions.ts';
import {
  type Exclusions,
  ExclusionsRequest,
  type ExclusionsView,
} from '../../schemas/exclusions.ts';
import { requireBodyWithin } from '../middleware/body-limit.ts';
import type { HttpEvent } from '../middleware/http-event.ts';
import { jsonReply } from '../middleware/http-reply.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { readBody } from '../middleware/read-body.ts';
import type { RouteHandler } from '../middleware/routes.ts';
import { type AuditOf, auditOf } from './audit-of.ts';
import { findOrganization } from './find-organization.ts';
import type { ManagePollsDeps } from './manage-polls-deps.ts';
import { type Attempt, untilWritten } from './until-written.ts';

type Settled = {
  readonly poll: string;
  readonly organization: string;
  readonly exclusions: Exclusions;
};

const OK = 200;

/** 400 entries in a readable layout, and a reason with every character escaped. */
const MOST_BYTES = 64 * 1024;
const NOTHING_TO_SET_ASIDE = 'Nobody has answered yet: there is nothing to set aside.';

const settle = async (
  deps: ManagePollsDeps,
  event: HttpEvent,
  { exclusions: requested, reason }: ExclusionsRequest,
  audit: AuditOf,
): Promise<Attempt<Settled>> => {
  const { poll, organization } = await findOrganization(deps, event);
  const done = (exclusions: Exclusions): Attempt<Settled> => ({
    kind: 'done',
    value: { poll: poll.id, organization, exclusions },
  });
  if (!poll.opened) throw new ProblemError('not-open-yet', { detail: NOTHING_TO_SET_ASIDE });
  const current = await deps.exclusions.get(poll.id, organization);
  const { kind, exclusions } = planExclusions(current, requested);
  if (kind === 'unchanged') return done(exclusions);
  const entry = audit(poll.id, { act: 'exclusions.put', organization, reason, ...exclusions });
  const change = await deps.exclusions.put(poll.id, organization, exclusions, entry);
  if (change.kind === 'sealing') throw new ProblemError('sealed');
  if (change.kind === 'overtaken') return { kind: 'overtaken' };
  return done(exclusions);
};

/**
 * Replaces the list of what is set aside of an organization, and asks for its tallies to be
 * counted anew. The same list again writes nothing and asks once more: so a repeat finishes what
 * an interrupted call left undone.
 */
export const putExclusions =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    requireBodyWithin(event, MOST_BYTES);
    const request = readBody(event, ExclusionsRequest);
    const audit = auditOf(deps, event);
    const { poll, organization, exclusions } = await untilWritten(() =>
      settle(deps, event, request, audit),
    );
    await deps.requestRecount(poll, organization);
    const view: ExclusionsView = { organization, ...exclusions };
    return jsonReply(OK, view);
  };

/** Tells what is set aside of an organization. */
export const showExclusions =
  (deps: ManagePollsDeps): RouteHandler =>
  async (event) => {
    const { poll, organization } = await findOrganization(deps, event);
    const exclusions = await deps.exclusions.get(poll.id, organization);
    const view: ExclusionsView = { organization, ...exclusions };
    return jsonReply(OK, view);
  };
