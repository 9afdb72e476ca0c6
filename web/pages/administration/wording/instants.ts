const PARTS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/**
 * Writes instants in a language, in the reader's time zone, and names the zone. What is none,
 * such as a year half typed, stays as it is.
 */
export const instantsIn = (locale: string): ((instant: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, PARTS);
  return (instant) => {
    const at = new Date(instant);
    return Number.isNaN(at.getTime()) ? instant : format.format(at);
  };
};

/** Writes the names of languages in a language. */
export const languageNamesIn = (locale: string): ((language: string) => string) => {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (language) => names.of(language) ?? language;
};
