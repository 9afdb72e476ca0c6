import * as z from 'zod';
import { FigureStatus, listMeanings, statusMeanings, withoutGroups } from './figure-status.ts';
import { Day, ItemId, LocalizedText, PollId } from './identifier.ts';
import { Metric, Voice } from './poll.ts';
import { ReleaseKind } from './release.ts';

const status = FigureStatus.describe(
  `Why there are figures or none. ${listMeanings(statusMeanings)}.`,
);
const rank = z.int().min(1).nullable().describe('Null where there is none: see status.');
const count = z.int().min(0).nullable();
const share = z.number().min(0).max(1).nullable();
const LISTS = /^(?:category:[a-z0-9-]+|categories|items)$/;

const uncontrolled = {
  disclosureControl: z
    .literal('none')
    .optional()
    .describe('Set where no release rule was applied: not for publication.'),
};

const ranking = {
  list: z.string().regex(LISTS).describe('What is ranked together.'),
  id: ItemId.describe('Of the item, or of the category in the list "categories".'),
  title: z.string(),
  voice: Voice.describe('How organizations are weighed.'),
  metric: Metric.describe('What the estimate is.'),
  rank,
  rankLow: rank.describe('Best rank that the uncertainty leaves open.'),
  rankHigh: rank.describe('Worst rank that the uncertainty leaves open.'),
  tier: rank,
  voiceDependent: z.boolean().nullable(),
  metricDependent: z.boolean().nullable(),
  estimate: z.number().nullable(),
  standardError: z.number().min(0).nullable(),
  low: z.number().nullable().describe('Lower end of the 95 % interval.'),
  high: z.number().nullable().describe('Upper end of the 95 % interval.'),
  df: z.number().min(1).nullable(),
  answers: count,
  organizations: count,
  reliability: z.enum(['reliable', 'review', 'unreliable']).nullable(),
  status,
  ...uncontrolled,
};

const NO_RANKING = Object.fromEntries(
  Object.keys(ranking)
    .filter((name) => name !== 'status' && name !== 'disclosureControl')
    .map((name) => [name, z.null()]),
);

const titled = { id: ItemId, title: LocalizedText.or(z.strictObject({})) };
const group = { attribute: z.string(), group: z.string() };
const MOST_LEVELS = 7;
const FEWEST_LEVELS = 3;

const levels = Object.fromEntries(
  Array.from({ length: MOST_LEVELS }, (_, index) => [
    `level${index + 1}`,
    index < FEWEST_LEVELS ? count : count.optional(),
  ]),
);

/** `priorities.json`: everything that a release says. A change that breaks readers raises `version`. */
export const PrioritiesReport = z
  .strictObject({
    version: z.literal(1),
    about: z.array(z.string()).min(1).describe('Who answered, and what the figures cannot tell.'),
    poll: z.strictObject({
      id: PollId,
      title: z.string(),
      titles: titled.title.optional().describe('Its title in every language that it has.'),
      levels: z.int().min(FEWEST_LEVELS).max(MOST_LEVELS),
      levelTitles: z
        .array(LocalizedText)
        .optional()
        .describe('What each level is called, from level 1 up.'),
      mode: z.enum(['open', 'invited']),
      headlineMetric: Metric,
      categories: z.array(z.strictObject({ ...titled, items: z.array(z.strictObject(titled)) })),
    }),
    release: z.strictObject({
      number: z.int().min(1),
      kind: ReleaseKind,
      asOf: Day.describe('The UTC day whose counts the figures come from.'),
      leavesOutLateAnswers: z.boolean(),
      ...uncontrolled,
      minRespondents: z.int(),
      minOrganizations: z.int(),
    }),
    participation: z
      .array(
        z.strictObject({
          ...group,
          responses: count,
          organizations: count,
          organizationsAsked: z.int().min(0),
          ...uncontrolled,
        }),
      )
      .describe('Statewide first, then each published group.'),
    priorities: z
      .array(z.strictObject(ranking))
      .describe('Every ranking: by list, voice and metric, each in the order of its ranks.'),
    breakdowns: z
      .array(
        z.union([
          z.strictObject({ ...group, ...ranking }),
          z.strictObject({
            attribute: z.string(),
            group: z.null(),
            ...NO_RANKING,
            status: z.literal('fewer-than-two-groups').describe(listMeanings(withoutGroups)),
            ...uncontrolled,
          }),
        ]),
      )
      .describe('The rankings of each published group, or one row that says why there are none.'),
    distribution: z
      .array(
        z.strictObject({
          ...group,
          id: ItemId,
          title: z.string(),
          answers: count,
          ...levels,
          nonresponse: share,
          consensus: share,
          agreement: z.number().min(-1).max(1).nullable(),
          status,
          ...uncontrolled,
        }),
      )
      .describe('How the answers to each item spread over the levels, for each published group.'),
    dependence: z
      .array(
        z.strictObject({
          dependsOn: z.enum(['voice', 'metric']),
          list: ranking.list,
          id: ItemId,
          voice: Voice,
          metric: Metric,
          rankLow: z.int().min(1),
          rankHigh: z.int().min(1),
          elsewhere: z.array(
            z.strictObject({ voice: Voice, metric: Metric, rank: z.int().min(1) }),
          ),
        }),
      )
      .describe('Where another voice or metric ranks outside the rank interval, statewide.'),
  })
  .meta({ title: 'Groundswell: priorities.json, version 1' });
export type PrioritiesReport = z.infer<typeof PrioritiesReport>;

/** The JSON Schema (draft 2020-12) of {@link PrioritiesReport}. */
export const reportJsonSchema = (): z.core.JSONSchema.JSONSchema => {
  jsonSchema ??= z.toJSONSchema(PrioritiesReport);
  return jsonSchema;
};
let jsonSchema: z.core.JSONSchema.JSONSchema | undefined;
