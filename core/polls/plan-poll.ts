import type { Poll, PollRequest } from '../../schemas/poll.ts';
import type { Fault } from '../../schemas/problem.ts';
import { sameJson } from '../json/same-json.ts';
import { countsBeforeExpiry, earliestExpiryOf } from './close-limits.ts';
import type { PollDraft } from './poll-draft.ts';
import { pollState } from './poll-state.ts';

/** What comes of an administrator's poll. */
export type PollPlan =
  | { readonly kind: 'write'; readonly poll: PollDraft }
  | { readonly kind: 'unchanged'; readonly poll: Poll }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] }
  | { readonly kind: 'refused'; readonly code: PutRefusal };
export type PutRefusal = 'poll-immutable' | 'close-not-movable' | 'closed';

/** When and under which settings it is planned. */
export type Planning = { readonly now: Date; readonly graceSeconds: number };

/** Instants come in any precision; they are kept in one, so that they compare as text. */
const normalized = (instant: string | undefined): string | undefined =>
  instant && new Date(instant).toISOString();

const isEarlier = (a: string, b: string | undefined): boolean => b !== undefined && a < b;

const timesOf = (request: PollRequest, current?: Poll) => {
  const closesAt = normalized(request.closesAt) ?? current?.closesAt;
  const importsCloseAt = normalized(request.importsCloseAt) ?? current?.importsCloseAt;
  return { ...(closesAt && { closesAt }), ...(importsCloseAt && { importsCloseAt }) };
};

/** Of an opened poll, what the request leaves out stays, and so does the earliest expiry. */
const importsFaults = (
  request: PollRequest,
  current: Poll | undefined,
  { graceSeconds }: Planning,
): readonly Fault[] => {
  const opened = current?.opened ? current : undefined;
  const { closesAt, importsCloseAt } = timesOf(request, opened);
  if (!importsCloseAt) return [];
  if (!closesAt) {
    return [{ pointer: '/closesAt', expected: 'an instant, because "importsCloseAt" has one' }];
  }
  const expiry = opened?.earliestExpiry ?? earliestExpiryOf(closesAt, request.definition);
  const fits = countsBeforeExpiry({ closesAt, importsCloseAt }, expiry, graceSeconds);
  if (fits && importsCloseAt >= closesAt) return [];
  return [
    {
      pointer: '/importsCloseAt',
      expected: `from "closesAt" on, and more than 7 days before responses expire (${expiry})`,
    },
  ];
};

const planDraft = (id: string, current: Poll | undefined, request: PollRequest): PollPlan => {
  const poll: PollDraft = {
    id,
    definition: request.definition,
    opened: false,
    ...timesOf(request),
    ...(current && { version: current.version }),
  };
  if (current && sameJson(poll, current)) return { kind: 'unchanged', poll: current };
  return { kind: 'write', poll };
};

const planOpened = (current: Poll, request: PollRequest, planning: Planning): PollPlan => {
  if (!sameJson(request.definition, current.definition)) {
    return { kind: 'refused', code: 'poll-immutable' };
  }
  const times = timesOf(request, current);
  const poll = { ...current, ...times };
  if (sameJson(poll, current)) return { kind: 'unchanged', poll: current };
  if (pollState(current, planning.now) === 'closed') return { kind: 'refused', code: 'closed' };
  const movable =
    !isEarlier(poll.closesAt ?? '', current.closesAt) &&
    !isEarlier(poll.importsCloseAt ?? '', current.importsCloseAt) &&
    countsBeforeExpiry(times, current.earliestExpiry ?? '', planning.graceSeconds);
  return movable ? { kind: 'write', poll } : { kind: 'refused', code: 'close-not-movable' };
};

/**
 * What is to be done with the poll that an administrator sent. A draft may become anything. Once
 * open, the definition is fixed, and its times can only move later: not so late that a response
 * could expire within 7 days of the final count.
 */
export const planPoll = (
  id: string,
  current: Poll | undefined,
  request: PollRequest,
  planning: Planning,
): PollPlan => {
  const faults = importsFaults(request, current, planning);
  if (faults.length > 0) return { kind: 'invalid', faults };
  return current?.opened ? planOpened(current, request, planning) : planDraft(id, current, request);
};
