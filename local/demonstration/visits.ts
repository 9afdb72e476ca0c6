import type { ApiRequest } from '../api/call.ts';
import { deleteResponse, getResponse, type Holder, putResponse } from '../api/response-requests.ts';
import type { Answers } from './answers.ts';
import type { Random } from './random.ts';

/** One request, the status it must get (any refusal: 4xx), and what is in force if it does. */
export type Step = {
  readonly request: ApiRequest;
  readonly expected: number | 'refusal';
  readonly leaves?: Answers | 'nothing';
};

/** Requests that one respondent sends one after the other. */
export type Visit = {
  readonly holder: Holder;
  /** `wrong` ones hold input that must be refused, whoever sends it. */
  readonly kind: 'first' | 'later' | 'wrong';
  readonly steps: readonly Step[];
};

type Habit = (holder: Holder, first: Answers, second: Answers) => readonly (readonly Step[])[];

/** What respondents do, and how many of a thousand do it; the rest submit once and are done. */
const HABITS: readonly (readonly [share: number, habit: Habit])[] = [
  [80, (holder, first) => [[submits(holder, first), sendsAgain(holder, first)]]],
  [80, (holder, first, second) => [[submits(holder, first)], [changes(holder, second)]]],
  [
    20,
    (holder, first, second) => [
      [submits(holder, first)],
      [changes(holder, second)],
      [isLate(holder, first)],
    ],
  ],
  [30, (holder, first) => [[submits(holder, first)], [withdraws(holder), withdraws(holder)]]],
  [
    10,
    (holder, first) => [
      [submits(holder, first)],
      [
        withdraws(holder),
        isWithdrawn(putResponse(holder, { revision: 0, channel: 'web', answers: first })),
      ],
    ],
  ],
  [
    10,
    (holder, first) => [
      [
        withdraws(holder),
        isWithdrawn(putResponse(holder, { revision: 0, channel: 'web', answers: first })),
      ],
    ],
  ],
  [20, (holder, first) => [[submits(holder, first), reads(holder)]]],
];

/** All visits of one respondent, in their order. */
export const visitsOf = (
  holder: Holder,
  first: Answers,
  second: Answers,
  random: Random,
): readonly Visit[] => {
  const habit = habitAt(random.below(1000));
  return habit(holder, first, second).map((steps, index) => ({
    holder,
    kind: index === 0 ? 'first' : 'later',
    steps,
  }));
};

const onlySubmits: Habit = (holder, first) => [[submits(holder, first)]];

const habitAt = (point: number): Habit => {
  let passed = 0;
  for (const [share, habit] of HABITS) {
    passed += share;
    if (point < passed) return habit;
  }
  return onlySubmits;
};

const submits = (holder: Holder, answers: Answers): Step => ({
  request: putResponse(holder, { revision: 0, channel: 'web', answers }),
  expected: 201,
  leaves: answers,
});

const sendsAgain = (holder: Holder, answers: Answers): Step => ({
  ...submits(holder, answers),
  expected: 200,
});

const changes = (holder: Holder, answers: Answers): Step => ({
  request: putResponse(holder, { revision: 1, channel: 'web', answers }),
  expected: 200,
  leaves: answers,
});

const isLate = (holder: Holder, answers: Answers): Step => ({
  request: putResponse(holder, { revision: 0, channel: 'web', answers }),
  expected: 409,
});

const withdraws = (holder: Holder): Step => ({
  request: deleteResponse(holder),
  expected: 204,
  leaves: 'nothing',
});

const isWithdrawn = (request: ApiRequest): Step => ({ request, expected: 410 });

const reads = (holder: Holder): Step => ({ request: getResponse(holder), expected: 200 });
