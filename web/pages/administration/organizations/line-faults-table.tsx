import { DataTable } from '../../controls/data-table.tsx';
import type { AdminContext } from '../context.ts';
import type { LineFault } from './csv.ts';

const HEADER_LINE = 1;

const REPEATED = 'each id once';

const ownWords = (
  column: string,
  expected: string,
  names: AdminContext['text']['organizations'],
): string | undefined => {
  if (expected === REPEATED) return names.csv.once;
  if (column === 'id') return names.id.error;
  if (column === 'peopleServed' || column === 'expectedResponses') return names[column].error;
  if (column.startsWith('name')) return names.nameError;
  return column.startsWith('attribute:') ? names.attributeError : undefined;
};

/** What is wrong with a file, line by line. */
export const LineFaultsTable = ({
  context: { text, language },
  faults,
}: {
  readonly context: AdminContext;
  readonly faults: readonly LineFault[];
}) => {
  const { csv } = text.organizations;
  const lineOf = ({ line }: LineFault): string => {
    if (line === null) return csv.whole;
    return line === HEADER_LINE ? `${line} (${csv.header})` : `${line}`;
  };
  /** In the words of the page where there are any, else in those of the API. */
  const said = ({ line, column, expected }: LineFault) => {
    const own = line === HEADER_LINE ? undefined : ownWords(column, expected, text.organizations);
    return own ?? <span lang="en">{expected}</span>;
  };
  return (
    <DataTable
      caption={csv.faults}
      {...{ language }}
      orderBy={text.orderBy}
      rows={faults}
      keyOf={({ line, column, expected }) => `${line} ${column} ${expected}`}
      columns={[
        { heading: csv.line, cell: lineOf },
        { heading: csv.column, cell: ({ column }) => column || '–' },
        { heading: csv.what, cell: (fault) => said(fault) },
      ]}
    />
  );
};
