import type { Column } from './column.ts';

/** How many took part in one published group. */
export type ParticipationRow = {
  readonly attribute: string;
  readonly group: string;
  readonly responses: number | null;
  readonly organizations: number | null;
  readonly organizationsAsked: number;
};

/** The columns of `participation.csv`, in their order. */
export const participationColumns: readonly Column<ParticipationRow>[] = [
  {
    name: 'attribute',
    type: 'string',
    description: 'The attribute that forms the groups; "statewide" for all organizations.',
    cell: (row) => row.attribute,
  },
  {
    name: 'group',
    type: 'string',
    description: 'The group: a value of the attribute; "all" for all organizations.',
    cell: (row) => row.group,
  },
  {
    name: 'responses',
    type: 'integer',
    description: 'How many responses are counted.',
    cell: (row) => row.responses,
  },
  {
    name: 'organizations',
    type: 'integer',
    description: 'How many organizations have a counted response.',
    cell: (row) => row.organizations,
  },
  {
    name: 'organizations_asked',
    type: 'integer',
    description: 'How many organizations were asked.',
    cell: (row) => row.organizationsAsked,
  },
];
