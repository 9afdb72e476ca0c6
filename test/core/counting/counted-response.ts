import fc from 'fast-check';
import type { CountedResponse } from '../../../core/counting/count-responses.ts';
import type { PollShape } from '../../../core/counting/poll-shape.ts';

/** A poll of a few items on a few levels. */
export const someShape: fc.Arbitrary<PollShape> = fc.record({
  items: fc.integer({ min: 1, max: 6 }),
  levels: fc.integer({ min: 3, max: 7 }),
});

/** Responses to a poll of that shape. */
export const someResponses = ({ items, levels }: PollShape): fc.Arbitrary<CountedResponse[]> =>
  fc.array(
    fc.record({
      answers: fc
        .array(fc.constantFrom('-', ...'1234567'.slice(0, levels)), {
          minLength: items,
          maxLength: items,
        })
        .map((answers) => answers.join('')),
      channel: fc.constantFrom('web' as const, 'api' as const, 'paper' as const),
      day: fc.integer({ min: 10, max: 28 }).map((day) => `2027-02-${day}`),
    }),
    { maxLength: 20 },
  );
