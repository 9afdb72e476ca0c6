/** How an item left open is stored. */
export const OPEN = '-';

/** Answers by item; an item that is absent or null was left open. */
export type Answers = Readonly<Record<string, number | null | undefined>>;

/** Answers as they are stored: one character an item, its level or `-`, in the items' order. */
export const encodeAnswers = (items: readonly string[], answers: Answers): string =>
  items.map((item) => (Object.hasOwn(answers, item) ? (answers[item] ?? OPEN) : OPEN)).join('');

/** The levels by item, without the items left open. */
export const decodeAnswers = (
  items: readonly string[],
  encoded: string,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    items.flatMap((item, index) => {
      const level = encoded[index];
      return level === undefined || level === OPEN ? [] : [[item, Number(level)]];
    }),
  );
