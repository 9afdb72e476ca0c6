import { formLanguages } from '../../../core/polls/form-languages.ts';
import type { PollDefinition } from '../../../schemas/poll.ts';
import type { FormWording } from '../wording/wording.ts';
import { wordings } from '../wording/wordings.ts';

type Asked = {
  /** The address's `?lang=`. */
  readonly lang: string | undefined;
  /** The header `Accept-Language`. */
  readonly accepted: string | undefined;
};

const primary = (tag: string): string => tag.trim().toLowerCase().split('-')[0] ?? '';

const byPreference = (header: string): readonly string[] =>
  header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: primary(tag), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);

/** The wordings that a poll can be shown in: those of the languages that its form is in. */
export const languagesOf = (
  definition: Pick<PollDefinition, 'categories'>,
): readonly FormWording[] => {
  const languages = formLanguages(definition);
  return wordings.filter(({ language }) => languages.includes(language));
};

/** The first language of the address, else of the browser, else the first that there is. */
export const chooseLanguage = (
  offered: readonly FormWording[],
  { lang = '', accepted = '' }: Asked,
): FormWording => {
  const wanted = [primary(lang), ...byPreference(accepted)];
  const found = wanted.flatMap((tag) => offered.filter(({ language }) => language === tag))[0];
  const chosen = found ?? offered[0];
  if (!chosen) throw new RangeError('a page needs a language');
  return chosen;
};
