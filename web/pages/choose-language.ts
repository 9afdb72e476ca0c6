import type { PagesWording } from './wording/wording.ts';
import { pagesWordings } from './wording/wordings.ts';

/**
 * The words of the language that the address asks for (`?lang=es`), else of the first that the
 * reader prefers and there are words in, else the first there is.
 *
 * @param preferred BCP 47, the browser's list
 */
export const chooseLanguage = (
  asked: string | null,
  preferred: readonly string[],
): PagesWording => {
  const wanted = [asked, ...preferred].flatMap((tag) => tag?.toLowerCase().split('-')[0] ?? []);
  const found = wanted.flatMap(
    (language) => pagesWordings.find(({ report }) => report.language === language) ?? [],
  );
  const [first = pagesWordings[0]] = found;
  return first;
};
