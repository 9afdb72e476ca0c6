import type { Report } from './report.ts';
import { english } from './wording/english.ts';
import type { Wording } from './wording/wording.ts';

const whoAnswered = ({ participation, definition }: Report, { opening }: Wording): string => {
  const statewide = participation.find((row) => row.attribute === 'statewide');
  const { responses = null, organizations = null, organizationsAsked = 0 } = statewide ?? {};
  return responses === null || organizations === null
    ? opening.whoAnsweredIsWithheld
    : opening.whoAnswered({ responses, organizations, organizationsAsked, mode: definition.mode });
};

/** What every report says first: who answered, and what the figures cannot tell. */
export const openingWords = (report: Report, wording: Wording = english): readonly string[] => [
  ...(report.disclosureControl === 'none' ? [wording.opening.uncontrolled] : []),
  whoAnswered(report, wording),
  ...wording.opening.limits,
  ...(report.leavesOutLateAnswers
    ? [wording.opening.leavesOutLateAnswers(wording.day(report.asOf))]
    : []),
];
