/**
 * Writes numbers as one language does, with so many decimals (none unless given). A formatter
 * takes far longer to make than to use, so there is one for each number of decimals.
 *
 * @param locale BCP 47
 */
export const numberIn = (locale: string): ((value: number, decimals?: number) => string) => {
  const formatters = new Map<number, Intl.NumberFormat>();
  return (value, decimals = 0) => {
    const formatter =
      formatters.get(decimals) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      });
    formatters.set(decimals, formatter);
    return formatter.format(value);
  };
};
