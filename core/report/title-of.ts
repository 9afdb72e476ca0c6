import type { LocalizedText } from '../../schemas/identifier.ts';

/**
 * A text in one language: the one asked for, else English (the language of the tables), else
 * the first language that there is, else the id that stands for it.
 */
export const titleOf = (text: LocalizedText | undefined, id: string, language = 'en'): string =>
  text?.[language] ?? text?.en ?? (text && Object.values(text)[0]) ?? id;
