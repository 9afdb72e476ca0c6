import type { WithholdReason } from '../../schemas/release.ts';
import type { Rejections } from './rejected-file.ts';

const MOST_FAULTS = 10;

const REASONS: Readonly<Record<WithholdReason, string>> = {
  'too-few-answers': 'too few people answered',
  'too-few-organizations': 'answers came through too few organizations',
  'dominant-organization': 'one organization has too large a share of the answers',
  'too-few-without-largest': 'without the largest organization too few answers are left',
  'too-small-a-difference': 'too little differs from what is published',
  'could-be-worked-out': 'what one organization answered could be worked out',
};

/** A number of things: `1 row`, `2,345 rows`. */
export const countOf = (number: number, thing: string): string =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;

/** The rejected rows by fault, one line each. */
export const describeRejections = (rejections: readonly Rejections[]): readonly string[] => {
  const lines = rejections.slice(0, MOST_FAULTS).map(({ column, expected, rows, firstLine }) => {
    const where = column === null ? '' : `${column}: `;
    return `  ${countOf(rows, 'row')}, first on line ${firstLine}: ${where}expected ${expected}`;
  });
  const more = rejections.length - MOST_FAULTS;
  return more > 0 ? [...lines, `  and ${more} more kinds of faults`] : lines;
};

/** Why the release rules let nothing out. */
export const describeWithheld = (reasons: readonly WithholdReason[]): string =>
  `The release rules let nothing out: ${reasons.map((reason) => REASONS[reason]).join('; ')}. No snapshot was written. For the network's own eyes there is --no-disclosure-control.`;
