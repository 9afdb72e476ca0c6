import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../../core/json/faults-of.ts';
import { OrganizationRequest } from '../../../schemas/organization.ts';
import { PollDefinition } from '../../../schemas/poll.ts';

const faultsIn = (schema: typeof OrganizationRequest | typeof PollDefinition, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success ? [] : faultsOf(result.error);
};

describe('faultsOf(error)', () => {
  test('names the place and what was expected there', () => {
    expect(faultsIn(OrganizationRequest, { name: { en: 'A' }, peopleServed: 'many' })).toEqual([
      { pointer: '/peopleServed', expected: expect.stringContaining('number') },
    ]);
  });

  test('has an entry for each unknown member, without names that are not plain', () => {
    expect(
      faultsIn(OrganizationRequest, { name: { en: 'A' }, colour: 1, '<b>': 2 }).map(
        (f) => f.pointer,
      ),
    ).toEqual(['/colour', '']);
  });

  test('says what a name has to be', () => {
    expect(faultsIn(OrganizationRequest, { name: { english: 'A' } })).toEqual([
      { pointer: '/name/english', expected: expect.stringContaining('a language tag') },
    ]);
  });

  test('keeps the words of our own rules', () => {
    const categories = [{ id: 'a', items: ['x', 'x'] }];
    expect(faultsIn(PollDefinition, { levels: 5, categories })).toEqual([
      { pointer: '/categories/0/items/1/id', expected: 'every item id once' },
    ]);
  });
});
