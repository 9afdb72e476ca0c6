import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAnswers, encodeAnswers } from '../../../core/collecting/encode-answers.ts';
import { readSubmission } from '../../../core/collecting/read-submission.ts';
import { StoredResponse } from '../../../schemas/response.ts';

const SCALE = { items: ['mentors', 'constructor', 'housing'], levels: 7 };

describe('encodeAnswers(items, answers)', () => {
  test('has one character an item, in the order of the items', () => {
    expect(encodeAnswers(SCALE.items, { housing: 7, mentors: 1 })).toBe('1-7');
  });

  test('takes no answer from the prototype', () => {
    expect(encodeAnswers(SCALE.items, {})).toBe('---');
  });

  test('is undone by decodeAnswers, whatever is open', () => {
    const level = fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined });
    fc.assert(
      fc.property(fc.tuple(level, level, level), (levels) => {
        const answers = Object.fromEntries(
          SCALE.items.flatMap((item, i) => (levels[i] === undefined ? [] : [[item, levels[i]]])),
        );
        const decoded = decodeAnswers(SCALE.items, encodeAnswers(SCALE.items, answers));
        expect({ ...decoded }).toEqual(answers);
      }),
    );
  });
});

describe('readSubmission(body, scale)', () => {
  test('gives revision, channel and encoded answers', () => {
    const body = { revision: 3, channel: 'web', answers: { constructor: 4, mentors: null } };
    expect(readSubmission(body, SCALE)).toEqual({
      kind: 'valid',
      submission: { revision: 3, channel: 'web', answers: '-4-' },
    });
  });

  test('what is valid is what a stored response may hold', () => {
    const answers = fc.dictionary(
      fc.constantFrom(...SCALE.items),
      fc.option(fc.integer({ min: 1, max: 7 })),
    );
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), answers, (revision, given) => {
        const result = readSubmission({ revision, answers: given }, SCALE);
        const isAnswered = Object.values(given).some((level) => level !== null);
        expect(result.kind).toBe(isAnswered ? 'valid' : 'invalid');
        if (result.kind === 'valid')
          StoredResponse.parse({ ...result.submission, day: '2027-02-10' });
      }),
    );
  });

  test('leaves its input as it is', () => {
    const body = Object.freeze({ revision: 0, answers: Object.freeze({ mentors: 2 }) });
    expect(readSubmission(body, SCALE).kind).toBe('valid');
  });
});
