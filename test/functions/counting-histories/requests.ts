import type { Exclusion } from '../../../schemas/exclusions.ts';
import type { Channel, StoredResponse } from '../../../schemas/response.ts';
import type { Kept } from '../counting-world.ts';
import type { Random } from './random.ts';

/** What one respondent's client sends. */
export type Request = {
  readonly organization: string;
  readonly id: string;
} & ({ readonly kind: 'withdraw' } | ({ readonly kind: 'submit' } & StoredResponse));

/**
 * What the responses table holds after a request, by the rules that respondents are promised: a
 * higher revision replaces a lower one and keeps its channel and day, a withdrawal is for good,
 * everything else changes nothing.
 */
export const afterRequest = (kept: Kept | undefined, request: Request): Kept | undefined => {
  if (request.kind === 'withdraw') return 'withdrawn';
  if (kept === 'withdrawn') return kept;
  if (kept && kept.revision >= request.revision) return kept;
  const { answers, revision } = request;
  const { channel, day } = kept ?? request;
  return { answers, revision, channel, day };
};

/** What an administrator sets aside; now and then nothing. */
export const someExclusions = (random: Random): Exclusion[] => {
  const channels = ['web', 'api', 'paper'] as const;
  return Array.from({ length: random.int(6) }, () => ({
    channel: random.pick(channels),
    day: `2027-01-1${random.int(9)}`,
  }));
};

const HEX = [...'0123456789abcdef'];
const ID_LENGTH = 32;

const someAnswers = (random: Random): string =>
  random.pick(['1', '2', '3', '-']) + random.pick(['1', '3', '-']);

type Step = 'first' | 'change' | 'change back' | 'again' | 'older' | 'clash' | 'withdraw';

const STEPS: readonly Step[] = [
  'first',
  'change',
  'change',
  'change back',
  'again',
  'older',
  'clash',
  'withdraw',
  'withdraw',
];

/** One respondent's requests, in the order in which they are made. */
const requestsOfOne = (random: Random, organization: string): readonly Request[] => {
  const id = Array.from({ length: ID_LENGTH }, () => random.pick(HEX)).join('');
  const sent: (Request & { kind: 'submit' })[] = [];
  const submission = (revision: number, answers: string) =>
    ({
      ...{ kind: 'submit' as const, organization, id, revision, answers },
      channel: random.pick<Channel>(['web', 'api', 'paper']),
      day: `2027-01-1${random.int(9)}`,
    }) as const;
  const submit = (answers: string): Request => {
    const request = submission(sent.length + 1, answers);
    sent.push(request);
    return request;
  };
  const of: Record<Step, () => Request> = {
    first: () => sent[0] ?? submit(someAnswers(random)),
    change: () => submit(someAnswers(random)),
    'change back': () => submit(sent.at(-2)?.answers ?? someAnswers(random)),
    again: () => sent.at(-1) ?? submit(someAnswers(random)),
    older: () => (sent.length > 0 ? random.pick(sent) : submit(someAnswers(random))),
    clash: () => submission(1, someAnswers(random)),
    withdraw: () => ({ kind: 'withdraw', organization, id }),
  };
  return Array.from({ length: 1 + random.int(5) }, () => of[random.pick(STEPS)]());
};

/** Puts some requests later than they were made, as retries and slow networks do. */
const delayed = (random: Random, requests: readonly Request[]): readonly Request[] => {
  const order = [...requests];
  for (let at = 1; at < order.length; at += 1) {
    const [before, after] = [order[at - 1], order[at]];
    if (before && after && random.chance(0.3)) order.splice(at - 1, 2, after, before);
  }
  return order;
};

/** The requests of several respondents, in the order in which they arrive. */
export const someRequests = (
  random: Random,
  organizations: readonly string[],
  respondents: number,
): Request[] => {
  const waiting = Array.from({ length: respondents }, () => [
    ...delayed(random, requestsOfOne(random, random.pick(organizations))),
  ]);
  const arrivals: Request[] = [];
  while (waiting.some((requests) => requests.length > 0)) {
    const next = random.pick(waiting).shift();
    if (next) arrivals.push(next);
  }
  return arrivals;
};
