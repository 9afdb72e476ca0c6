import { Buffer } from 'node:buffer';
import type { PollDefinition } from '../../schemas/poll.ts';
import { type Holder, putResponse } from '../api/response-requests.ts';
import { type Answers, createAnswerMaker } from './answers.ts';
import type { DemonstrationOrganization } from './organizations.ts';
import { createRandom, type Random } from './random.ts';
import { refusedRequests } from './refused-requests.ts';
import { type Visit, visitsOf } from './visits.ts';

/** What everybody will send. */
export type Plan = {
  /** In the order in which they are begun. */
  readonly visits: readonly Visit[];
  /** Respondents who come only after the close, and must be refused. */
  readonly late: readonly Visit[];
};

type Turn = { readonly visit: Visit; readonly turn: number };

const RECEIPT_BYTES = 16;
const WRONG_ROUNDS = 4;
const LATECOMERS = 6;
const SHORTEST_PAUSE = 20;

/** Plans all responses to a poll; the same seed gives the same plan to the last byte. */
export const planVisits = (settings: {
  readonly poll: string;
  readonly definition: PollDefinition;
  readonly organizations: readonly DemonstrationOrganization[];
  readonly seed: number;
}): Plan => {
  const { poll, definition, organizations, seed } = settings;
  const random = createRandom(seed);
  const answersOf = createAnswerMaker(definition, random);
  const newHolder = (organization: string): Holder => ({
    poll,
    organization,
    receipt: Buffer.from(random.bytes(RECEIPT_BYTES)).toString('base64url'),
  });
  const everybody = shuffled(
    organizations.flatMap(({ id, responses }) => Array.from({ length: responses }, () => id)),
    random,
  );
  const respondents = everybody.map((organization) => {
    const [first, second] = [answersOf(organization), answersOf(organization)];
    return visitsOf(newHolder(organization), first, second, random);
  });
  const wrong = everybody
    .slice(0, WRONG_ROUNDS)
    .flatMap((organization) => wrongVisits(newHolder(organization), answersOf(organization)));
  const late = everybody
    .slice(0, LATECOMERS)
    .map((organization) => lateVisit(newHolder(organization), answersOf(organization)));
  return { visits: inOrder(respondents, wrong, random), late };
};

const wrongVisits = (holder: Holder, answers: Answers): readonly Visit[] =>
  refusedRequests(holder, answers).map((request) => ({
    holder,
    kind: 'wrong',
    steps: [{ request, expected: 'refusal' }],
  }));

const lateVisit = (holder: Holder, answers: Answers): Visit => ({
  holder,
  kind: 'wrong',
  steps: [
    { request: putResponse(holder, { revision: 0, channel: 'web', answers }), expected: 409 },
  ],
});

/** First visits in their order, each later one of the same respondent some time after it. */
const inOrder = (
  respondents: readonly (readonly Visit[])[],
  wrong: readonly Visit[],
  random: Random,
): readonly Visit[] => {
  const turns = respondents.flatMap((visits, index) =>
    turnsOf(visits, index, respondents.length, random),
  );
  const others = wrong.map((visit) => ({ visit, turn: random.below(respondents.length) }));
  return [...turns, ...others]
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ visit }) => visit);
};

const turnsOf = (
  visits: readonly Visit[],
  begin: number,
  length: number,
  random: Random,
): readonly Turn[] => {
  let turn = begin;
  return visits.map((visit) => {
    const taken = { visit, turn };
    turn += SHORTEST_PAUSE + random.below(length / 3);
    return taken;
  });
};

const shuffled = <T>(values: readonly T[], random: Random): readonly T[] =>
  values
    .map((value) => ({ value, place: random.fraction() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value);
