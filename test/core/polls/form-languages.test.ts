import { describe, expect, test } from 'vitest';
import { formLanguages, SPOKEN_BY_FORM } from '../../../core/polls/form-languages.ts';
import type { LocalizedText } from '../../../schemas/identifier.ts';
import { wordings } from '../../../web/form/wording/wordings.ts';

const BOTH = { en: 'Bread', es: 'Pan' };
const aPoll = (category?: LocalizedText, ...items: readonly (LocalizedText | undefined)[]) => ({
  categories: [
    {
      ...{ id: 'food', ...(category && { title: category }) },
      items: items.map((title, index) => ({ id: `item-${index}`, ...(title && { title }) })),
    },
  ],
});

describe('formLanguages(definition)', () => {
  test('are those that every title is in', () => {
    expect(formLanguages(aPoll(BOTH, BOTH, BOTH))).toEqual(['en', 'es']);
    expect(formLanguages(aPoll(BOTH, { es: 'Pan' }))).toEqual(['es']);
  });

  test('leave out a language in which one title is missing, of an item or of a category', () => {
    expect(formLanguages(aPoll(BOTH, BOTH, { en: 'Pears' }))).toEqual(['en']);
    expect(formLanguages(aPoll({ en: 'Food' }, BOTH, BOTH))).toEqual(['en']);
  });

  test('do not go by the poll’s own title, which may stand in another language', () => {
    const poll = { ...aPoll(BOTH, BOTH), title: { en: 'A poll' } };
    expect(formLanguages(poll)).toEqual(['en', 'es']);
  });

  test('are all where there is no title, or none in a language that the form speaks', () => {
    expect(formLanguages(aPoll(undefined, undefined))).toEqual(['en', 'es']);
    expect(formLanguages(aPoll(undefined, { fr: 'Pain' }))).toEqual(['en', 'es']);
  });
});

test('the languages that the form speaks are those that there are words in', () => {
  expect(wordings.map(({ language }) => language)).toEqual(SPOKEN_BY_FORM);
});
