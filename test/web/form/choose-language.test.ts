import { describe, expect, test } from 'vitest';
import { chooseLanguage, languagesOf } from '../../../web/form/page/choose-language.ts';
import { wordings } from '../../../web/form/wording/wordings.ts';

const chosen = (lang: string | undefined, accepted: string | undefined): string =>
  chooseLanguage(wordings, { lang, accepted }).language;

describe('chooseLanguage(offered, asked)', () => {
  test.each([
    [undefined, undefined, 'en'],
    [undefined, 'es', 'es'],
    [undefined, 'es-MX,es;q=0.9,en;q=0.8', 'es'],
    [undefined, 'en;q=0.2, es-419;q=0.9', 'es'],
    [undefined, 'fr,de;q=0.5', 'en'],
    [undefined, 'es;q=0, en', 'en'],
    [undefined, ';;;q=x,,', 'en'],
    ['es', 'en', 'es'],
    ['ES-us', 'en', 'es'],
    ['tlh', 'es', 'es'],
  ])('of ?lang=%s and Accept-Language %s is %s', (lang, accepted, expected) => {
    expect(chosen(lang, accepted)).toBe(expected);
  });
});

describe('languagesOf(definition)', () => {
  const languages = (title: Record<string, string> | undefined) =>
    languagesOf({ categories: [{ id: 'a', items: [{ id: 'b', ...(title && { title }) }] }] }).map(
      ({ language }) => language,
    );

  test('are those in which every title is', () => {
    expect(languages({ en: 'Bread', es: 'Pan' })).toEqual(['en', 'es']);
    expect(languages({ es: 'Pan' })).toEqual(['es']);
  });

  test('are all where the poll has no titles, or none in a language of ours', () => {
    expect(languages(undefined)).toEqual(['en', 'es']);
    expect(languages({ fr: 'Pain' })).toEqual(['en', 'es']);
  });
});
