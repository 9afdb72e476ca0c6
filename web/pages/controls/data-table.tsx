import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** A column of a table over rows of one kind. The first is the header of each row. */
export type Column<Row> = {
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What rows are ordered by, where this column can order them; nothing comes last. */
  readonly sort?: (row: Row) => string | number | undefined;
  /** Numbers, which end at the same place. */
  readonly numeric?: boolean;
  /** The order that its first press makes. */
  readonly downFirst?: boolean;
};

type Order = { readonly column: number; readonly down: boolean };

const ordered = <Row,>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { column, down }: Order,
  language: string,
): readonly Row[] => {
  const sort = columns[column]?.sort;
  if (!sort) return rows;
  const texts = new Intl.Collator(language, { numeric: true });
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : texts.compare(`${a}`, `${b}`);
  return rows.toSorted((one, other) => {
    const [a, b] = [sort(one), sort(other)];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    return down ? compare(b, a) : compare(a, b);
  });
};

const numberClass = (numeric = false) => (numeric ? { class: 'number' } : {});

/** A table that is cards on a phone; its headings order it where they can. */
export const DataTable = <Row,>({
  caption,
  columns,
  rows,
  keyOf,
  language,
  orderBy,
  captionIsAbove = false,
  initially = null,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** BCP 47: how texts are ordered. */
  readonly language: string;
  /** What the list of orders is called: it stands for the headings on a phone. */
  readonly orderBy: string;
  /** A heading above says the same: the caption is then only read aloud. */
  readonly captionIsAbove?: boolean;
  /** The order at first; as the rows come where it is null. */
  readonly initially?: Order | null;
}) => {
  const [order, setOrder] = useState<Order | null>(initially);
  const press = (column: number, downFirst: boolean): void =>
    setOrder(
      order?.column === column ? { column, down: !order.down } : { column, down: downFirst },
    );
  const sortOf = (column: number) =>
    order?.column === column
      ? { 'aria-sort': order.down ? ('descending' as const) : ('ascending' as const) }
      : {};
  const sortable = columns.flatMap(({ heading, sort, downFirst = false }, index) =>
    sort ? [{ heading, index, downFirst }] : [],
  );
  return (
    <>
      {sortable.length > 0 && rows.length > 1 && (
        <label class="order">
          {orderBy}
          <select
            value={order?.column ?? -1}
            onChange={({ currentTarget }) => {
              const chosen = sortable.find(({ index }) => `${index}` === currentTarget.value);
              setOrder(chosen ? { column: chosen.index, down: chosen.downFirst } : null);
            }}
          >
            <option value={-1}>–</option>
            {sortable.map(({ heading, index }) => (
              <option key={heading} value={index}>
                {heading}
              </option>
            ))}
          </select>
        </label>
      )}
      <table class="data">
        <caption {...(captionIsAbove && { class: 'unseen' })}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ heading, numeric }, index) => (
              <th key={heading} scope="col" {...numberClass(numeric)} {...sortOf(index)}>
                {sortable.some((one) => one.index === index) ? (
                  <button
                    type="button"
                    class="heading"
                    onClick={() => press(index, columns[index]?.downFirst ?? false)}
                  >
                    {heading}
                    <svg viewBox="0 0 10 8" aria-hidden="true">
                      <path
                        d={order?.column === index && !order.down ? 'M5 0 10 8H0z' : 'M5 8 10 0H0z'}
                      />
                    </svg>
                  </button>
                ) : (
                  heading
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(order ? ordered(rows, columns, order, language) : rows).map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ heading, cell, numeric }, index) =>
                index === 0 ? (
                  <th key={heading} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={heading} data-column={heading} {...numberClass(numeric)}>
                    <div>{cell(row)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
