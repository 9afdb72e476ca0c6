import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ApiRequest, jsonOf } from '../../../local/api/call.ts';
import { responsePath } from '../../../local/api/response-requests.ts';
import { Problem } from '../../../schemas/problem.ts';
import { StoredResponse } from '../../../schemas/response.ts';
import {
  aDamaged,
  anObjectText,
  anOddName,
  anOddValue,
  aSegment,
  someBytes,
} from '../odd-input.ts';
import { aCollectingWorld, ITEMS } from './collecting-world.ts';

const RUNS = 4000;
const MOST_RECEIPTS = RUNS / 4;
const LEVEL = /^[1-5]$/;

const aLevel = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '3', '5', 'null') },
  anOddValue,
);
const anItem = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...ITEMS) }, anOddName);
const goodAnswers = fc
  .tuple(...ITEMS.map(() => fc.constantFrom(1, 2, 3, 4, 5, null)))
  .map((levels) => JSON.stringify(Object.fromEntries(ITEMS.map((item, i) => [item, levels[i]]))));
const someAnswers = fc.oneof(
  { weight: 8, arbitrary: goodAnswers },
  { weight: 8, arbitrary: anObjectText(anItem, aLevel) },
  { weight: 1, arbitrary: anOddValue },
);
const aMember = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constant('answers'), someAnswers) },
  fc.tuple(
    fc.constant('revision'),
    fc.oneof({ weight: 3, arbitrary: fc.nat({ max: 9 }).map(String) }, anOddValue),
  ),
  fc.tuple(fc.constant('channel'), fc.constantFrom('"web"', '"api"', '"paper"', '1', 'null')),
  { weight: 1, arbitrary: fc.tuple(anOddName, anOddValue) },
);
const aReceipt = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.nat({ max: MOST_RECEIPTS }).map((n) => `receipt-${String(n).padStart(16, '0')}`),
  },
  fc.constant('too-short'),
);
const aBody = fc
  .tuple(fc.nat({ max: 9 }), someAnswers, fc.option(aMember, { freq: 3 }))
  .map(([revision, answers, more]) => {
    const rest = more ? `,${JSON.stringify(more[0])}:${more[1]}` : '';
    return `{"revision":${revision},"answers":${answers}${rest}}`;
  });

const aRequest: fc.Arbitrary<ApiRequest> = fc
  .record({
    method: fc.constantFrom(
      'PUT',
      'PUT',
      'PUT',
      'PUT',
      'PUT',
      'PUT',
      'PUT',
      'PUT',
      'GET',
      'DELETE',
    ),
    poll: aSegment('spring', 'spring', 'spring', 'draft', 'past', 'nowhere'),
    organization: aSegment('harbor', 'harbor', 'harbor', 'nowhere'),
    receipt: aReceipt,
    sent: fc.oneof(
      { weight: 9, arbitrary: fc.constant(undefined) },
      fc.option(fc.string({ unit: 'binary', maxLength: 90 }), { nil: undefined }),
    ),
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constant('application/json') },
      fc.constantFrom('text/plain', '', 'application/json; charset=latin1', ';;;', 'a/b;charset'),
    ),
    body: fc.oneof({ weight: 9, arbitrary: aBody }, aDamaged(aBody), someBytes),
  })
  .map(({ method, poll, organization, receipt, sent, type, body }) => ({
    method,
    path: responsePath({ poll, organization, receipt }),
    headers: { receipt: sent ?? receipt, 'content-type': type },
    body,
  }));

/** Whether a body is a submission, by looking at its text alone. */
const isSubmission = (body: ApiRequest['body']): boolean => {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const { revision, channel, answers, ...rest } = JSON.parse(text);
  const levels = Object.entries(answers).filter(([, level]) => level !== null);
  return (
    Object.keys(rest).length === 0 &&
    Number.isInteger(revision) &&
    (channel === undefined || channel === 'web' || channel === 'api') &&
    levels.length > 0 &&
    levels.every(([item, level]) => ITEMS.includes(item) && LEVEL.test(JSON.stringify(level)))
  );
};

describe('collecting, whatever is sent', () => {
  test('never fails, refuses in the form of a problem, and stores only sense', async () => {
    const { call, responses } = aCollectingWorld();
    const counts = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(aRequest, async (request) => {
        const answer = await call(request);
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) {
          counts.refused += 1;
          expect(Problem.parse(jsonOf(answer)).status).toBe(answer.status);
        } else if (request.method === 'PUT') {
          counts.accepted += 1;
          expect(isSubmission(request.body)).toBe(true);
        }
      }),
      { numRuns: RUNS, seed: 20_270_210 },
    );
    for (const kept of responses.items.values()) {
      if ('withdrawn' in kept) continue;
      StoredResponse.parse(kept);
      expect(kept.answers).toMatch(/^(?=.*\d)[-1-5]{3}$/);
    }
    // Both happen often enough that the property says something.
    expect(counts.accepted).toBeGreaterThan(RUNS / 100);
    expect(counts.refused).toBeGreaterThan(RUNS / 10);
  });
});
