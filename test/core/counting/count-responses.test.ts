import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CountedResponse,
  emptyTally,
  UncountableResponseError,
} from '../../../core/counting/count-responses.ts';
import { countAll } from './count-all.ts';
import { someResponses, someShape } from './counted-response.ts';

const SHAPE = { items: 2, levels: 3 };

const response = (answers: string, changes: Partial<CountedResponse> = {}): CountedResponse => ({
  answers,
  channel: 'web',
  day: '2027-01-15',
  ...changes,
});

describe('createCount', () => {
  test('of no responses is the empty tally, without days and channels', () => {
    expect(countAll([], SHAPE)).toEqual(emptyTally(SHAPE));
    expect(emptyTally(SHAPE)).toEqual({
      responses: 0,
      channels: {},
      counts: [
        [0, 0, 0],
        [0, 0, 0],
      ],
    });
  });

  test('counts each level of each item, an open item at none', () => {
    const tally = countAll([response('13'), response('1-'), response('-2')], SHAPE);
    expect(tally.responses).toBe(3);
    expect(tally.counts).toEqual([
      [2, 0, 0],
      [0, 1, 1],
    ]);
  });

  test('counts channels apart and keeps the first and the last day', () => {
    const tally = countAll(
      [
        response('11', { day: '2027-01-20' }),
        response('11', { day: '2027-01-09', channel: 'paper' }),
        response('11', { day: '2027-01-31', channel: 'paper' }),
      ],
      SHAPE,
    );
    expect(tally.channels).toEqual({ web: 1, paper: 2 });
    expect([tally.firstDay, tally.lastDay]).toEqual(['2027-01-09', '2027-01-31']);
  });

  test('open answers are the responses less the counts of the item, in any order', () => {
    fc.assert(
      fc.property(
        someShape.chain((shape) => fc.tuple(fc.constant(shape), someResponses(shape))),
        ([shape, responses]) => {
          const tally = countAll(responses, shape);
          expect(countAll(responses.toReversed(), shape)).toEqual(tally);
          for (const [item, levels] of tally.counts.entries()) {
            const open = responses.filter(({ answers }) => answers[item] === '-').length;
            expect(levels.reduce((sum, count) => sum + count, 0)).toBe(responses.length - open);
          }
        },
      ),
    );
  });

  test('of responses that are set aside only the number is told', () => {
    const responses = [
      response('11', { day: '2027-01-20' }),
      response('22', { day: '2027-01-20', channel: 'api' }),
      response('33', { day: '2027-01-21' }),
    ];
    const exclusions = [{ channel: 'web' as const, day: '2027-01-20' }];
    expect(countAll(responses, SHAPE, exclusions)).toEqual({
      ...countAll(responses.slice(1), SHAPE),
      setAside: 1,
    });
  });

  test('is the same as if what is set aside had never come, but for the number', () => {
    const channel = fc.constantFrom('web' as const, 'api' as const, 'paper' as const);
    const day = fc.integer({ min: 10, max: 28 }).map((one) => `2027-02-${one}`);
    const some = someShape.chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        responses: someResponses(shape),
        exclusions: fc.array(fc.record({ channel, day }), { maxLength: 20 }),
      }),
    );
    fc.assert(
      fc.property(some, ({ shape, responses, exclusions }) => {
        const left = responses.filter(
          (one) => !exclusions.some((e) => e.channel === one.channel && e.day === one.day),
        );
        const { setAside = 0, ...tally } = countAll(responses, shape, exclusions);
        expect(tally).toEqual(countAll(left, shape));
        expect(setAside).toBe(responses.length - left.length);
      }),
    );
  });

  test('does not look at the answers of what is set aside', () => {
    const exclusions = [{ channel: 'web' as const, day: response('11').day }];
    expect(countAll([response('no answers')], SHAPE, exclusions).setAside).toBe(1);
  });

  test.each([
    ['too few answers', '-'],
    ['too many answers', '111'],
    ['a level that the poll does not have', '14'],
    ['a level of 0', '10'],
    ['a character that is no level', '1x'],
  ])('refuses a response with %s, without quoting it', (_what, answers) => {
    const count = () => countAll([response(answers)], SHAPE);
    expect(count).toThrow(UncountableResponseError);
    expect(count).not.toThrow(answers);
  });
});
