import { DataTable } from '../../controls/data-table.tsx';
import type { AdminContext } from '../context.ts';
import type { LineFault } from './csv.ts';

const HEADER_LINE = 1;

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
        { heading: csv.what, cell: ({ expected }) => <span lang="en">{expected}</span> },
      ]}
    />
  );
};
