import { ItemId, Language } from '../../schemas/identifier.ts';
import type { Fault } from '../../schemas/problem.ts';

/** What a column of a file of organizations holds. */
export type Column = { readonly heading: string } & (
  | { readonly kind: 'id' | 'peopleServed' | 'expectedResponses' }
  | { readonly kind: 'name'; readonly language: string }
  | { readonly kind: 'attribute'; readonly attribute: string }
);

export type ReadColumns =
  | { readonly kind: 'valid'; readonly columns: readonly Column[] }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };

/** The language of a column that is just called `name`. */
const DEFAULT_LANGUAGE = 'en';

const EXPECTED =
  'one of "id", "name" (in English), "name:LANGUAGE", "peopleServed", "expectedResponses", "attribute:ID"';

const columnOf = (heading: string): Column | undefined => {
  if (heading === 'id' || heading === 'peopleServed' || heading === 'expectedResponses') {
    return { heading, kind: heading };
  }
  const [, kind, detail] = /^(name|attribute)(?::(.+))?$/.exec(heading) ?? [];
  if (kind === 'name') {
    const language = Language.safeParse(detail ?? DEFAULT_LANGUAGE);
    return language.success ? { heading, kind, language: language.data } : undefined;
  }
  const attribute = ItemId.safeParse(detail);
  return attribute.success ? { heading, kind: 'attribute', attribute: attribute.data } : undefined;
};

const meaningOf = (column: Column): string =>
  column.heading === 'name' ? 'name:en' : column.heading;

const missing = (
  columns: readonly (Column | undefined)[],
  kind: Column['kind'],
): readonly Fault[] =>
  columns.some((column) => column?.kind === kind)
    ? []
    : [{ pointer: '/columns', expected: `a column "${kind}"` }];

/**
 * Which columns a file of organizations has: `id`, `name` (English) or `name:es`,
 * `peopleServed`, `expectedResponses`, `attribute:region`, in any order, each once. The first
 * two are needed.
 */
export const readColumns = (headings: readonly string[]): ReadColumns => {
  const columns = headings.map(columnOf);
  const meanings = columns.map((column) => column && meaningOf(column));
  const faults = [
    ...columns.flatMap((column, index) => {
      const pointer = `/columns/${index}`;
      if (!column) return [{ pointer, expected: EXPECTED }];
      const repeated = meanings.indexOf(meaningOf(column)) < index;
      return repeated ? [{ pointer, expected: 'each column once' }] : [];
    }),
    ...missing(columns, 'id'),
    ...missing(columns, 'name'),
  ];
  if (faults.length > 0) return { kind: 'invalid', faults };
  return { kind: 'valid', columns: columns.filter((column) => column !== undefined) };
};
