import type { ItemDistribution } from '../ranking/item-distribution.ts';
import type { Column } from './column.ts';
import { orNull, roundEstimate } from './round.ts';
import { statusColumn } from './status-column.ts';

/** How one group answered one item; without figures where its estimate is withheld. */
export type DistributionRow = {
  readonly attribute: string;
  readonly group: string;
  readonly id: string;
  readonly title: string;
  readonly figures: ItemDistribution | null;
  /** `shown`, `no-answers`, or why the figures are withheld. */
  readonly status: string;
};

const levelColumn = (level: number, levels: number): Column<DistributionRow> => ({
  name: `level_${level}`,
  type: 'integer',
  description: `How many answered level ${level} of ${levels}; level ${levels} is the strongest agreement.`,
  cell: ({ figures }) => figures?.counts[level - 1] ?? null,
});

/** The columns of `distribution.csv`, in their order: one for each level of the poll. */
export const distributionColumns = (levels: number): readonly Column<DistributionRow>[] => [
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
  { name: 'id', type: 'string', description: 'Id of the item.', cell: (row) => row.id },
  {
    name: 'title',
    type: 'string',
    description: 'Its title, in English where there is one.',
    cell: (row) => row.title,
  },
  {
    name: 'answers',
    type: 'integer',
    description: 'How many people answered it.',
    cell: ({ figures }) => figures?.answers ?? null,
  },
  ...Array.from({ length: levels }, (_, index) => levelColumn(index + 1, levels)),
  {
    name: 'nonresponse',
    type: 'number',
    description: 'Share of the responses that left the item open, to 3 decimals.',
    cell: ({ figures }) => orNull(roundEstimate, figures?.nonresponse),
    exact: {
      description: 'Share of the responses that left the item open.',
      cell: ({ figures }) => figures?.nonresponse ?? null,
    },
  },
  {
    name: 'consensus',
    type: 'number',
    description:
      'Consensus of Tastle and Wierman, to 3 decimals: 0 where half chose either end, 1 where all chose one level.',
    cell: ({ figures }) => orNull(roundEstimate, figures?.consensus),
    exact: {
      description:
        'Consensus of Tastle and Wierman: 0 where half chose either end, 1 where all chose one level.',
      cell: ({ figures }) => figures?.consensus ?? null,
    },
  },
  {
    name: 'agreement',
    type: 'number',
    description:
      'Agreement A of van der Eijk, to 3 decimals: -1 where half chose either end, 0 where all levels were chosen alike, 1 where all chose one level.',
    cell: ({ figures }) => orNull(roundEstimate, figures?.agreement),
    exact: {
      description:
        'Agreement A of van der Eijk: -1 where half chose either end, 0 where all levels were chosen alike, 1 where all chose one level.',
      cell: ({ figures }) => figures?.agreement ?? null,
    },
  },
  statusColumn((row) => row.status),
];
