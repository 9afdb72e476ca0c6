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

/** How many texts are not there in each language, where any is missing. */
export const missingTexts = (
  draft: Draft,
): readonly { readonly language: string; readonly count: number }[] =>
  languagesOf(draft).flatMap((language) => {
    const count = textsIn(draft).filter((texts) => !texts[language]?.trim()).length;
    return count === 0 ? [] : [{ language, count }];
  });
