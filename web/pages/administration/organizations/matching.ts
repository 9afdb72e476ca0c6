const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Those of which some text has what is wanted in it, whatever the case and the accents. */
export const matching = <Row>(
  rows: readonly Row[],
  wanted: string,
  textsOf: (row: Row) => readonly string[],
): readonly Row[] => {
  const part = plain(wanted.trim());
  return part === ''
    ? rows
    : rows.filter((row) => textsOf(row).some((text) => plain(text).includes(part)));
};
