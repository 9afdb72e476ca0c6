import type {
  ExpiringResponse,
  PutOutcome,
  ResponseKey,
  Responses,
} from '../../adapters/dynamodb/responses.ts';
import type {
  CollectingOrganization,
  CollectionTerms,
} from '../../core/collecting/collection-terms.ts';
import { decodeAnswers } from '../../core/collecting/encode-answers.ts';
import { expiringResponse } from '../../core/collecting/expiring-response.ts';
import { readSubmission, type Submission } from '../../core/collecting/read-submission.ts';
import { secondsToWait } from '../../core/collecting/slowing.ts';
import { hasClosed } from '../../core/polls/poll-state.ts';
import { LONGEST_ORGANIZATION_ID, LONGEST_POLL_ID, SLUG } from '../../schemas/format.ts';
import type { AcceptedSubmission, ResponseView } from '../../schemas/response.ts';
import { type HttpEvent, pathParameter } from '../middleware/http-event.ts';
import { emptyReply, type HttpReply, jsonReply } from '../middleware/http-reply.ts';
import type { Log } from '../middleware/logger.ts';
import { ProblemError } from '../middleware/problem-error.ts';
import { readJson } from '../middleware/read-json.ts';
import { type RouteHandler, routes } from '../middleware/routes.ts';
import { requireOpen } from './require-open.ts';
import { requireReceipt } from './require-receipt.ts';

export type CollectResponseDeps = {
  /** What a poll's responses depend on; undefined where there is no such poll. */
  readonly termsOf: (poll: string) => Promise<CollectionTerms | undefined>;
  /** What its responses depend on of an organization; undefined where the poll has no such organization. */
  readonly findOrganization: (
    poll: string,
    organization: string,
  ) => Promise<CollectingOrganization | undefined>;
  readonly responses: Responses;
  readonly now: () => Date;
  readonly log: Pick<Log, 'info'>;
};

const PATH = '/v1/polls/{poll}/organizations/{organization}/responses/{id}';
const CREATED = 201;
const OK = 200;
const NO_CONTENT = 204;

const isSlug = (text: string, longest: number): boolean =>
  text.length <= longest && SLUG.test(text);

/** Whose response a request is about, and the terms of its poll and organization. */
type Addressed = {
  readonly key: ResponseKey;
  readonly terms: CollectionTerms;
  readonly organization: CollectingOrganization;
};

const addressed = async (event: HttpEvent, deps: CollectResponseDeps): Promise<Addressed> => {
  const id = requireReceipt(event);
  const poll = pathParameter(event, 'poll');
  const organization = pathParameter(event, 'organization');
  if (!isSlug(poll, LONGEST_POLL_ID)) throw new ProblemError('unknown-poll');
  const known = isSlug(organization, LONGEST_ORGANIZATION_ID);
  const [terms, found] = await Promise.all([
    deps.termsOf(poll),
    known ? deps.findOrganization(poll, organization) : undefined,
  ]);
  if (!terms) throw new ProblemError('unknown-poll');
  if (!found) throw new ProblemError('unknown-organization');
  return { key: { poll, organization, id }, terms, organization: found };
};

const submissionIn = (event: HttpEvent, terms: CollectionTerms): Submission => {
  const result = readSubmission(readJson(event), terms);
  if (result.kind === 'valid') return result.submission;
  throw new ProblemError('invalid-request', { errors: result.faults });
};

const accepted = (
  kind: Exclude<PutOutcome['kind'], 'unknown'>,
  { revision }: ExpiringResponse,
): HttpReply => {
  if (kind === 'superseded' || kind === 'withdrawn') throw new ProblemError(kind);
  const body: AcceptedSubmission = { kind, revision };
  return jsonReply(kind === 'created' ? CREATED : OK, body);
};

/**
 * New responses wait while there are very many, and so do withdrawals of what is not there, which
 * would leave as much; whoever holds the receipt of one that is there may change and withdraw it.
 */
const slowed = ({ log }: CollectResponseDeps, wait: number): ProblemError => {
  log.info('response.slowed');
  return new ProblemError('slowed', { headers: { 'retry-after': String(wait) } });
};

const submit =
  (deps: CollectResponseDeps): RouteHandler =>
  async (event) => {
    const { key, terms, organization } = await addressed(event, deps);
    const now = deps.now();
    requireOpen(terms, now);
    const response = expiringResponse(submissionIn(event, terms), terms, now);
    const wait = secondsToWait(organization.slowUntil, now);
    const { kind } = await deps.responses.put(key, response, { changesOnly: wait > 0 });
    if (kind === 'unknown') throw slowed(deps, wait);
    const reply = accepted(kind, response);
    deps.log.info('response.accepted', { outcome: kind, channel: response.channel });
    return reply;
  };

const show =
  (deps: CollectResponseDeps): RouteHandler =>
  async (event) => {
    const { key, terms } = await addressed(event, deps);
    const found = await deps.responses.get(key);
    if (found.kind === 'unknown') throw new ProblemError('unknown-response');
    if (found.kind === 'withdrawn') throw new ProblemError('withdrawn');
    const { answers, revision, channel, day } = found.response;
    const decoded = decodeAnswers(terms.items, answers);
    const view: ResponseView = { revision, channel, day, answers: decoded };
    return jsonReply(OK, view);
  };

/** Whether a poll has closed over a response that had been withdrawn: nothing is left to do. */
const isSettled = async (
  { responses, now }: CollectResponseDeps,
  { key, terms }: Pick<Addressed, 'key' | 'terms'>,
): Promise<boolean> => hasClosed(terms, now()) && (await responses.get(key)).kind === 'withdrawn';

const withdraw =
  (deps: CollectResponseDeps): RouteHandler =>
  async (event) => {
    const { key, terms, organization } = await addressed(event, deps);
    if (await isSettled(deps, { key, terms })) return emptyReply(NO_CONTENT);
    const now = deps.now();
    requireOpen(terms, now);
    const wait = secondsToWait(organization.slowUntil, now);
    const options = { changesOnly: wait > 0 };
    const { kind } = await deps.responses.withdraw(key, terms.expiresAt, options);
    if (kind === 'unknown' && wait > 0) throw slowed(deps, wait);
    deps.log.info('response.withdrawn');
    return emptyReply(NO_CONTENT);
  };

/** One person's response: sent, read and withdrawn by whoever holds its receipt. */
export const collectResponse = (deps: CollectResponseDeps): RouteHandler =>
  routes({
    [`PUT ${PATH}`]: submit(deps),
    [`GET ${PATH}`]: show(deps),
    [`DELETE ${PATH}`]: withdraw(deps),
  });
