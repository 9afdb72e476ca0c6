/** The pages whose commands can be tried, in the order in which they are. */
export const PAGES = ['deploying', 'runbook'] as const;

/** A page of `docs/`. */
export type Page = (typeof PAGES)[number];

export class NoSuchPageError extends Error {
  override readonly name = 'NoSuchPageError';
}

/**
 * The pages that `npm run docs:try` was asked for, all if none is named.
 *
 * @throws NoSuchPageError that names those that there are
 */
export const readPageChoice = (names: readonly string[]): readonly Page[] => {
  const unknown = names.find((name) => !PAGES.some((page) => page === name));
  if (unknown !== undefined) {
    throw new NoSuchPageError(
      `No page "${unknown}" can be tried. Use npm run docs:try -- [${PAGES.join('] [')}]`,
    );
  }
  return PAGES.filter((page) => names.length === 0 || names.includes(page));
};
