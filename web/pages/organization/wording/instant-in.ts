/** Writes instants on the clock of whoever reads, with the time zone's name. */
export const instantIn = (locale: string): ((instant: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
  });
  return (instant) => format.format(new Date(instant));
};
