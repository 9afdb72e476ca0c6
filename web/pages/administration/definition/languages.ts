import type { Draft, Texts } from './draft.ts';

const ALWAYS = ['en', 'es'] as const;

/** Every text of a draft, an introduction that nobody wrote left out. */
const textsIn = (draft: Draft): readonly Texts[] => [
  draft.title,
  ...(Object.values(draft.introduction).some(Boolean) ? [draft.introduction] : []),
  ...(draft.levelTitles.some((texts) => Object.values(texts).some(Boolean))
    ? draft.levelTitles
    : []),
  ...draft.categories.flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
];

/** The languages that stand side by side: English, Spanish, and others that the draft has. */
export const languagesOf = (draft: Draft): readonly string[] => [
  ...new Set([...ALWAYS, ...textsIn(draft).flatMap(Object.keys)]),
];

/**
 * Whether the form would be offered in a language: where no title of a category or an item that
 * has one lacks it, and in every language of the form where none is whole.
 */
const isOffered = ({ categories }: Draft, language: string): boolean => {
  const titles = categories
    .flatMap(({ title, items }) => [title, ...items.map((item) => item.title)])
    .filter((texts) => Object.values(texts).some((text) => text?.trim()));
  const isWhole = (one: string): boolean => titles.every((texts) => texts[one]?.trim());
  const inForm = ALWAYS.some((one) => one === language);
  return inForm && (isWhole(language) || !ALWAYS.some(isWhole));
};

/** A language in which texts are missing. */
export type Gap = { readonly count: number; readonly offered: boolean };

/** How many texts are not there in each language, where any is missing, and what becomes of it. */
export const missingTexts = (draft: Draft): readonly (Gap & { readonly language: string })[] =>
  languagesOf(draft).flatMap((language) => {
    const count = textsIn(draft).filter((texts) => !texts[language]?.trim()).length;
    return count === 0 ? [] : [{ language, count, offered: isOffered(draft, language) }];
  });
