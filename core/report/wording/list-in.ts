/**
 * Lists texts as one language does ("a, b, and c"). The formatter is made when it is first needed,
 * and once: making it takes far longer than using it.
 *
 * @param locale BCP 47
 */
export const listIn = (locale: string): ((texts: readonly string[]) => string) => {
  let formatter: Intl.ListFormat | undefined;
  return (texts) => {
    formatter ??= new Intl.ListFormat(locale);
    return formatter.format(texts);
  };
};
