import { type Markup, markup } from '../../../core/report/html/markup.ts';
import type { LocalizedText } from '../../../schemas/identifier.ts';

/** A text, and which language it is in. */
export type Localized = { readonly text: string; readonly language: string };

/**
 * A text in the page's language, else in English, else in the first language that there is; the
 * id that stands for it where there is none.
 */
export const localized = (
  text: LocalizedText | undefined,
  id: string,
  language: string,
): Localized => {
  const found = [language, 'en', ...Object.keys(text ?? {})].find((each) => text?.[each]);
  return found ? { text: text?.[found] ?? id, language: found } : { text: id, language };
};

/** A text of the poll, marked where it is in another language than the page. */
export const localizedMarkup = (
  text: LocalizedText | undefined,
  id: string,
  language: string,
): Markup => {
  const found = localized(text, id, language);
  return found.language === language
    ? markup`${found.text}`
    : markup`<span lang=${found.language}>${found.text}</span>`;
};
