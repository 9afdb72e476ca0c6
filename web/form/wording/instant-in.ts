/**
 * Writes instants in a language, on the clock of a time zone, and names the zone.
 *
 * @param locale BCP 47
 * @returns of an instant (ISO 8601) and a time zone (IANA), its words
 */
export const instantIn =
  (locale: string) =>
  (instant: string, timeZone: string): string =>
    new Intl.DateTimeFormat(locale, {
      ...{ year: 'numeric', month: 'long', day: 'numeric' },
      ...{ hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'short' },
    }).format(new Date(instant));
