import * as z from 'zod';
import { WithholdReason } from './release.ts';

/** Why a row has the figures that it has. */
export const FigureStatus = z.enum([
  'shown',
  'few-organizations',
  'no-answers',
  'item-withheld',
  'item-without-answers',
  ...WithholdReason.options,
]);
export type FigureStatus = z.infer<typeof FigureStatus>;

/** What each status says, for readers of the files; the thresholds are the poll's own. */
export const statusMeanings: Readonly<Record<FigureStatus, string>> = {
  shown: 'the figures may be shown',
  'few-organizations':
    'shown without error, interval and range of ranks, because fewer than 10 units (organizations, small ones together) answered, or because these would tell what one of them answered',
  'no-answers': 'nobody answered',
  'item-withheld': 'one of the items of the category is withheld',
  'item-without-answers': 'one of the items of the category has no answers',
  'too-few-answers':
    "withheld: fewer people answered than minRespondents, in all or in a part that could be worked out; of a voice other than the respondents', also in one unit",
  'too-few-organizations':
    "withheld: fewer organizations answered than minOrganizations, in all or in a part that could be worked out; of a voice other than the respondents', too few would carry the figure, or its difference from others",
  'dominant-organization':
    'withheld: one organization gave more than 80 % of the answers, in all or in a part that could be worked out, or carries more than 80 % of the weight of the voice',
  'too-few-without-largest':
    'withheld: without the largest organization fewer people than minRespondents are left, in all or in a part that could be worked out',
  'too-small-a-difference':
    'withheld: beside an earlier release the figure would give someone away',
  'could-be-worked-out':
    'withheld: beside the other figures this one would tell what an organization answered',
};

/** The status of a breakdown that has no groups, and what it says. */
export const withoutGroups = {
  'fewer-than-two-groups':
    'the whole breakdown is withheld, because fewer than two groups are large enough',
} as const;

/** Meanings of statuses as one text: each status in quotes with what it says. */
export const listMeanings = (meanings: Readonly<Record<string, string>>): string =>
  Object.entries(meanings)
    .map(([status, meaning]) => `"${status}": ${meaning}`)
    .join('; ');
