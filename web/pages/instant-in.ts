/**
 * Writes instants in a language, in the reader's time zone, and names the zone. What is none,
 * such as a year half typed, stays as it is.
 *
 * @param locale BCP 47
 */
export const instantIn = (locale: string): ((instant: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  });
  return (instant) => {
    const at = new Date(instant);
    return Number.isNaN(at.getTime()) ? instant : format.format(at);
  };
};
