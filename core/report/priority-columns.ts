import { Metric, Voice } from '../../schemas/poll.ts';
import type { PriorityRow } from '../ranking/priority-row.ts';
import type { Column } from './column.ts';
import { orNull, roundError, roundEstimate } from './round.ts';
import { statusColumn } from './status-column.ts';

/** A row of `priorities.csv`: a ranked row with the title of what it ranks. */
export type TitledRow = PriorityRow & { readonly title: string };

/** The columns of `priorities.csv`, in their order. A share is a number from 0 to 1. */
export const priorityColumns: readonly Column<TitledRow>[] = [
  {
    name: 'list',
    type: 'string',
    description:
      'What is ranked together: "category:ID" (the items of one category), "categories" (the categories among themselves) or "items" (all items).',
    cell: (row) => row.list,
  },
  {
    name: 'id',
    type: 'string',
    description: 'Id of the item, or of the category in the list "categories".',
    cell: (row) => row.id,
  },
  {
    name: 'title',
    type: 'string',
    description: 'Its title, in English where there is one.',
    cell: (row) => row.title,
  },
  {
    name: 'voice',
    type: 'string',
    description:
      'How organizations are weighed: each person counts once ("respondent"), each organization counts once ("organization"), or by the people it serves ("population").',
    values: Voice.options,
    cell: (row) => row.voice,
  },
  {
    name: 'metric',
    type: 'string',
    description:
      'What the estimate is: the share who agree ("agree"), the share who agree less the share who disagree ("net"), or the mean level ("mean").',
    values: Metric.options,
    cell: (row) => row.metric,
  },
  {
    name: 'rank',
    type: 'integer',
    description: 'Rank by the estimate, 1 is first; equal ones share a rank (1, 2, 2, 4).',
    cell: (row) => row.rank,
  },
  {
    name: 'rank_low',
    type: 'integer',
    description: 'Best rank that the uncertainty leaves open.',
    cell: (row) => row.rankLow,
  },
  {
    name: 'rank_high',
    type: 'integer',
    description: 'Worst rank that the uncertainty leaves open.',
    cell: (row) => row.rankHigh,
  },
  {
    name: 'tier',
    type: 'integer',
    description: 'Tier: 1 more than the highest tier among those significantly above.',
    cell: (row) => row.tier,
  },
  {
    name: 'voice_dependent',
    type: 'boolean',
    description: 'Whether another voice puts it outside the rank interval of this voice.',
    cell: (row) => row.voiceDependent,
  },
  {
    name: 'metric_dependent',
    type: 'boolean',
    description: 'Whether another metric puts it outside the rank interval of this metric.',
    cell: (row) => row.metricDependent,
  },
  {
    name: 'estimate',
    type: 'number',
    description: 'The estimate, to 3 decimals.',
    cell: (row) => orNull(roundEstimate, row.estimate),
    exact: { description: 'The estimate.', cell: (row) => row.estimate },
  },
  {
    name: 'standard_error',
    type: 'number',
    description: 'Standard error of the estimate, to 2 significant digits.',
    cell: (row) => orNull(roundError, row.standardError),
    exact: { description: 'Standard error of the estimate.', cell: (row) => row.standardError },
  },
  {
    name: 'low',
    type: 'number',
    description: 'Lower end of the 95 % interval, to 3 decimals.',
    cell: (row) => orNull(roundEstimate, row.low),
    exact: { description: 'Lower end of the 95 % interval.', cell: (row) => row.low },
  },
  {
    name: 'high',
    type: 'number',
    description: 'Upper end of the 95 % interval, to 3 decimals.',
    cell: (row) => orNull(roundEstimate, row.high),
    exact: { description: 'Upper end of the 95 % interval.', cell: (row) => row.high },
  },
  {
    name: 'df',
    type: 'number',
    description: 'Degrees of freedom of the interval, to 2 significant digits.',
    cell: (row) => orNull(roundError, row.df),
    exact: { description: 'Degrees of freedom of the interval.', cell: (row) => row.df },
  },
  {
    name: 'answers',
    type: 'integer',
    description: 'How many people answered it.',
    cell: (row) => row.answers,
  },
  {
    name: 'organizations',
    type: 'integer',
    description: 'How many organizations have an answer to it.',
    cell: (row) => row.organizations,
  },
  {
    name: 'reliability',
    type: 'string',
    description:
      'For shares of items: "reliable", "review" or "unreliable" by the presentation standards for proportions of the National Center for Health Statistics.',
    values: ['reliable', 'review', 'unreliable'],
    cell: (row) => row.reliability,
  },
  statusColumn((row) => row.status),
];
