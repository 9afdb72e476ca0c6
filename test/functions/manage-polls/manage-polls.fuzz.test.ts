import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ApiRequest, jsonOf } from '../../../local/api/call.ts';
import { Problem } from '../../../schemas/problem.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import {
  aDamaged,
  anObjectText,
  anOddName,
  anOddValue,
  aSegment,
  someBytes,
} from '../odd-input.ts';
import { aManagingWorld, postCsv, putJson } from './managing-world.ts';

const RUNS = 3000;

const INSTANTS = ['2027-01-16T00:00:00Z', '2027-03-01T00:00:00.000Z', '2027-05-01T00:00:00Z'];

const orOdd = (good: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: good }, anOddValue);

const aDefinitionText = fc.oneof(
  { weight: 6, arbitrary: fc.constant(JSON.stringify(aDefinition())) },
  fc.constant(JSON.stringify(aDefinition({ levels: 7, minRespondents: 20 }))),
  anObjectText(
    fc.oneof(
      fc.constantFrom('levels', 'categories', 'title', 'levelTitles', 'retentionDays', 'mode'),
      anOddName,
    ),
    orOdd(
      fc.constantFrom(
        '5',
        '3',
        '"open"',
        '[{"id":"a","items":["b"]}]',
        '{"en":"T"}',
        '[{"en":"x"}]',
      ),
    ),
  ),
);

const aPollText = fc
  .tuple(
    orOdd(aDefinitionText),
    orOdd(fc.constantFrom(...INSTANTS).map((instant) => JSON.stringify(instant))),
    anObjectText(fc.oneof(fc.constant('importsCloseAt'), anOddName), anOddValue),
    fc.boolean(),
  )
  .map(([definition, closesAt, more, isExtended]) => {
    const rest = isExtended && more !== '{}' ? `,${more.slice(1, -1)}` : '';
    return `{"definition":${definition},"closesAt":${closesAt}${rest}}`;
  });

const anOrganizationText = fc
  .tuple(
    orOdd(fc.constantFrom('{"en":"Harbor"}', '{"en":"Harbor","es":"Casa"}')),
    orOdd(
      anObjectText(
        fc.oneof(fc.constantFrom('region', 'setting'), anOddName),
        orOdd(fc.constant('"north"')),
      ),
    ),
    orOdd(fc.constantFrom('1', '250', '100000000')),
  )
  .map(
    ([name, attributes, number]) =>
      `{"name":${name},"attributes":${attributes},"peopleServed":${number},"expectedResponses":${number}}`,
  );

const aCell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('harbor', 'haven', 'North', '12', '', '"quoted, cell"') },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('"', '=1+1', '1e9', '-5', '__proto__', 'x'.repeat(3000)),
);
const aHeader = fc.oneof(
  { weight: 4, arbitrary: fc.constant('id,name,attribute:region,peopleServed') },
  fc.constantFrom('id', 'id,name', 'id,name:es', 'id,name,__proto__', 'id;name', '', 'id,name,id'),
);
const aCsvText = fc
  .tuple(
    aHeader,
    fc.array(fc.array(aCell, { minLength: 1, maxLength: 5 }), { maxLength: 5 }),
    fc.array(
      fc.tuple(
        fc.constantFrom('harbor', 'haven', 'hope'),
        fc.constantFrom('A', 'B'),
        fc.constantFrom('north', ''),
        fc.constantFrom('', '10'),
      ),
      { maxLength: 3 },
    ),
    fc.boolean(),
  )
  .map(([header, odd, good, isOdd]) =>
    [
      header,
      ...good.map((row) => row.join(',')),
      ...(isOdd ? odd.map((row) => row.join(',')) : []),
    ].join('\n'),
  );

const aPath = aSegment('spring', 'autumn').map((poll) => `/v1/polls/${poll}`);

const withBody = (
  method: string,
  path: fc.Arbitrary<string>,
  type: string,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<ApiRequest> =>
  fc
    .tuple(
      path,
      fc.oneof({ weight: 9, arbitrary: fc.constant(type) }, fc.constantFrom('text/plain', ';')),
      fc.oneof({ weight: 9, arbitrary: text }, aDamaged(text), someBytes),
    )
    .map(([address, contentType, body]) => ({
      method,
      path: address,
      headers: { 'content-type': contentType },
      body,
    }));

const aRequest: fc.Arbitrary<ApiRequest> = fc.oneof(
  { weight: 3, arbitrary: withBody('PUT', aPath, 'application/json', aPollText) },
  {
    weight: 3,
    arbitrary: withBody(
      'PUT',
      fc
        .tuple(aPath, aSegment('harbor', 'haven', 'hope'))
        .map(([poll, organization]) => `${poll}/organizations/${organization}`),
      'application/json',
      anOrganizationText,
    ),
  },
  {
    weight: 3,
    arbitrary: withBody(
      'POST',
      aPath.map((poll) => `${poll}/organizations`),
      'text/csv',
      aCsvText,
    ),
  },
  fc
    .tuple(aPath, fc.constantFrom('open', 'close', 'release'))
    .map(([poll, what]) => ({ method: 'POST', path: `${poll}/${what}` })),
  fc
    .tuple(aPath, fc.constantFrom('/organizations', ''))
    .map(([poll, what]) => ({ method: 'GET', path: what ? `${poll}${what}` : '/v1/polls' })),
);

/** A poll that could be opened, so that histories get beyond drafts. */
const preparation: readonly ApiRequest[] = [
  putJson('/v1/polls/spring', { definition: aDefinition(), closesAt: INSTANTS[1] }),
  postCsv('/v1/polls/spring/organizations', ['id,name', 'harbor,A', 'haven,B', 'hope,C']),
];

describe('managing polls, whatever is sent', () => {
  test('never fails, refuses in the form of a problem, and keeps what is fixed', async () => {
    const fixed = new Map<string, string>();
    const counts = { accepted: 0, refused: 0, opened: 0 };

    const history = fc
      .tuple(fc.boolean(), fc.array(aRequest, { minLength: 10, maxLength: 40 }))
      .map(([isPrepared, requests]) => (isPrepared ? [...preparation, ...requests] : requests));
    const run = async (requests: readonly ApiRequest[]): Promise<void> => {
      const { call, state } = aManagingWorld();
      fixed.clear();
      for (const request of requests) {
        const answer = await call(request);
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400) {
          counts.refused += 1;
          expect(Problem.parse(jsonOf(answer)).status).toBe(answer.status);
        } else {
          counts.accepted += 1;
        }
        for (const [id, poll] of state.polls) {
          if (!poll.opened) continue;
          expect(poll.closesAt && poll.earliestExpiry && poll.openedAt).toBeTruthy();
          const now = [JSON.stringify(poll.definition), poll.openedAt, poll.earliestExpiry].join();
          if (!fixed.has(id)) counts.opened += 1;
          expect(fixed.get(id) ?? now).toBe(now);
          fixed.set(id, now);
          for (const [key, { bucketBits }] of state.organizations) {
            if (!key.startsWith(`${id}#`)) continue;
            expect(fixed.get(key) ?? String(bucketBits)).toBe(String(bucketBits));
            fixed.set(key, String(bucketBits));
          }
        }
      }
    };
    await fc.assert(fc.asyncProperty(history, run), { numRuns: RUNS / 25, seed: 20_270_115 });

    expect(counts.accepted).toBeGreaterThan(RUNS / 20);
    expect(counts.refused).toBeGreaterThan(RUNS / 10);
    expect(counts.opened).toBeGreaterThan(5);
  });
});
