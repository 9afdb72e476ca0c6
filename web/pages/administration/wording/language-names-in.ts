/** Writes the names of languages in a language. */
export const languageNamesIn = (locale: string): ((language: string) => string) => {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (language) => names.of(language) ?? language;
};
