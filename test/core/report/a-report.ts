import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import type { Report } from '../../../core/report/report.ts';
import { PollDefinition } from '../../../schemas/poll.ts';

/** A row that is shown, in the headline list, unless `over` says otherwise. */
export const aRow = (over: Partial<PriorityRow> = {}): PriorityRow => ({
  list: 'items',
  id: 'peer-mentor-training',
  voice: 'respondent',
  metric: 'agree',
  rank: 1,
  rankLow: null,
  rankHigh: null,
  tier: null,
  voiceDependent: null,
  metricDependent: null,
  estimate: 0.61849,
  standardError: null,
  low: null,
  high: null,
  df: null,
  answers: 1203,
  organizations: 24,
  reliability: null,
  status: 'shown',
  ...over,
});

/** A small report of one category, unless `over` says otherwise. */
export const aReport = (over: Partial<Report> = {}): Report => ({
  poll: 'calls-to-action',
  definition: PollDefinition.parse({
    title: { en: 'Calls to Action' },
    levels: 5,
    categories: [
      {
        id: 'training',
        title: { en: 'Training' },
        items: [
          { id: 'peer-mentor-training', title: { en: 'Peer mentor training' } },
          { id: 'toolkits', title: { en: 'Toolkits, or resources' } },
        ],
      },
    ],
  }),
  number: 1,
  kind: 'interim',
  asOf: '2027-01-15',
  leavesOutLateAnswers: false,
  participation: [
    {
      attribute: 'statewide',
      group: 'all',
      responses: 1210,
      organizations: 24,
      organizationsAsked: 26,
    },
  ],
  rows: [
    aRow(),
    aRow({ id: 'toolkits', rank: 2, estimate: 0.5 }),
    aRow({ list: 'categories', id: 'training', rank: 1, estimate: 0.559 }),
  ],
  breakdowns: [],
  distribution: [],
  ...over,
});
