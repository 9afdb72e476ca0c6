/** The same words as the beginning of a sentence. */
export const sentenceCase = (words: string): string =>
  `${words.slice(0, 1).toLocaleUpperCase()}${words.slice(1)}`;
