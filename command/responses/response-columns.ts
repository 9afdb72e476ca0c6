/** Which columns of a file of responses say what. */
export type ResponseColumns = {
  /** How many columns there are. */
  readonly count: number;
  readonly organization: number;
  /** Per item of the definition its column; -1 where there is none. */
  readonly items: Int32Array;
  /** The headings that mean nothing here. */
  readonly unknown: readonly string[];
  /** The items without a column: nobody is taken to have answered them. */
  readonly missing: readonly string[];
};

export type ReadResponseColumns =
  | { readonly kind: 'valid'; readonly columns: ResponseColumns }
  | { readonly kind: 'invalid'; readonly faults: readonly string[] };

/** The column that says through which organization a person answered. */
export const ORGANIZATION_COLUMN = 'organization';

const NO_COLUMN = -1;

/** What some take for CSV: cells apart by another mark, which leaves one heading. */
const separatorFault = (headings: readonly string[]): readonly string[] => {
  const [only = ''] = headings;
  const separator = [';', '\t', '|'].find((mark) => only.includes(mark));
  if (headings.length > 1 || separator === undefined) return [];
  const name = separator === '\t' ? 'a tab' : `"${separator}"`;
  return [`cells must be apart by commas, not by ${name}`];
};

const repeatedFaults = (headings: readonly string[], known: readonly string[]): string[] =>
  known
    .filter((name) => headings.indexOf(name) !== headings.lastIndexOf(name))
    .map((name) => `the column "${name}" stands there twice`);

/**
 * Finds the columns of a file of responses by their names, in any order: `organization`, and one
 * an item. The file must have the first and at least one of the others, each once.
 *
 * @param itemIds the items' ids in the definition's order
 */
export const readResponseColumns = (
  headings: readonly string[],
  itemIds: readonly string[],
): ReadResponseColumns => {
  const known = [ORGANIZATION_COLUMN, ...itemIds];
  const items = Int32Array.from(itemIds, (id) => headings.indexOf(id));
  const organization = headings.indexOf(ORGANIZATION_COLUMN);
  const faults = [
    ...separatorFault(headings),
    ...repeatedFaults(headings, known),
    ...(organization === NO_COLUMN ? [`there is no column "${ORGANIZATION_COLUMN}"`] : []),
    ...(items.every((column) => column === NO_COLUMN)
      ? [`there is no column of an item, such as "${itemIds[0]}"`]
      : []),
  ];
  if (faults.length > 0) return { kind: 'invalid', faults };
  return {
    kind: 'valid',
    columns: {
      count: headings.length,
      organization,
      items,
      unknown: headings.filter((name) => !known.includes(name)),
      missing: itemIds.filter((_, item) => items[item] === NO_COLUMN),
    },
  };
};
