/**
 * Writes days as one language does. The formatter is made when it is first needed, and once:
 * making it takes far longer than using it.
 *
 * @param locale BCP 47
 * @returns of a UTC day (`YYYY-MM-DD`), its name
 */
export const dayIn = (locale: string): ((day: string) => string) => {
  let formatter: Intl.DateTimeFormat | undefined;
  return (day) => {
    formatter ??= new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    return formatter.format(new Date(day));
  };
};
