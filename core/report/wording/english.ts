import type { Metric } from '../../../schemas/poll.ts';
import { dayIn } from './day-in.ts';
import { listIn } from './list-in.ts';
import { numberIn } from './number-in.ts';
import { sentenceCase } from './sentence-case.ts';
import type { Wording } from './wording.ts';

const LOCALE = 'en-US';
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const CARDINALS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const IN_ALL_OR_PART = 'in all or in a part that could be worked out';
const SUFFIXES: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const plural = new Intl.PluralRules(LOCALE, { type: 'ordinal' });

const number = numberIn(LOCALE);
const percent = (share: number): string => `${number(100 * share)}%`;
const ordinal = (rank: number): string =>
  ORDINALS[rank - 1] ?? `${rank}${SUFFIXES[plural.select(rank)] ?? 'th'}`;
const list = listIn(LOCALE);
const cardinal = (count: number): string => CARDINALS[count - 1] ?? number(count);
const organizations = (count: number): string =>
  `${cardinal(count)} organization${count === 1 ? '' : 's'}`;
const points = (share: number): string => `${share > 0 ? '+' : ''}${number(100 * share)} points`;

const VALUES: Readonly<Record<Metric, (value: number) => string>> = {
  agree: percent,
  net: points,
  mean: (value) => number(value, 2),
};

/** The words of a report in English. */
export const english: Wording = {
  language: 'en',
  number,
  percent,
  day: dayIn(LOCALE),
  list,
  opening: {
    whoAnswered: ({ responses, organizations: some, organizationsAsked, mode }) =>
      `${number(responses)} people answered through ${number(some)} of the ${number(organizationsAsked)} organizations asked, by their own choice, ${mode === 'open' ? 'through an open link' : 'each with an invitation'}.`,
    uncontrolled:
      'NOT FOR PUBLICATION: made without disclosure control. Nothing is withheld or rounded, every organization stands for itself, and people can be found in these figures.',
    whoAnsweredIsWithheld: 'How many people answered is withheld.',
    limits: [
      'Those who answered are not a random sample, and nothing corrects for those who did not answer.',
      'Intervals show how the figures might move if other, similar organizations had taken part. They do not cover self-selection, repeated answers, or the wording and order of the questions.',
      'A rank compares these items with one another. It measures neither need nor cost nor effect, and must not be used to compare organizations or regions.',
      'Items that are "first to third of four" may hold any of these places.',
    ],
    leavesOutLateAnswers: (day) =>
      `The figures are as of ${day}: a few later answers are counted, but left out here so that no one can be found in the difference.`,
  },
  level: (level, levels) => `Level ${level} of ${levels}`,
  status: (status, { minRespondents, minOrganizations }, voice) =>
    ({
      'few-organizations':
        'Shown without intervals: fewer than ten organizations answered, small ones counted together, or the intervals would give away what one of them answered',
      'no-answers': 'Nobody answered',
      'item-withheld': 'One of its items is withheld',
      'item-without-answers': 'One of its items has no answers',
      'too-few-answers': `Withheld: fewer than ${minRespondents} people answered, ${IN_ALL_OR_PART}`,
      'too-few-organizations':
        voice === 'respondent'
          ? `Withheld: fewer than ${organizations(minOrganizations)} answered, ${IN_ALL_OR_PART}`
          : 'Withheld: too few organizations would carry this figure',
      'dominant-organization':
        voice === 'respondent'
          ? `Withheld: one organization gave most of the answers, ${IN_ALL_OR_PART}`
          : 'Withheld: one organization gave most of the answers, or would carry most of the weight',
      'too-few-without-largest': `Withheld: fewer than ${minRespondents} people answered besides those of the largest organization, ${IN_ALL_OR_PART}`,
      'too-small-a-difference':
        'Withheld: too little changed to hide those who answered in between',
      'could-be-worked-out': 'Withheld: what one organization answered could be worked out',
      'fewer-than-two-groups': 'Withheld: fewer than two groups are large enough to be shown',
    })[status] ?? status,
  voice: {
    respondent: 'with each person counted once',
    organization: 'with each organization counted once',
    population: 'with organizations weighed by the people they serve',
  },
  metric: {
    agree: 'by the share who agree',
    net: 'by agreement less disagreement',
    mean: 'by the mean level',
  },
  estimate: (metric, value, levels) =>
    ({
      agree: `${percent(value)} agree`,
      net: `agreement less disagreement is ${points(value)}`,
      mean: `the mean level is ${number(value, 2)} of ${levels}`,
    })[metric],
  interval: (metric, low, high) => `${VALUES[metric](low)} to ${VALUES[metric](high)}`,
  openRanks: ({ low, high, size }) =>
    low === high
      ? `${ordinal(low)} of ${cardinal(size)}`
      : `${ordinal(low)} to ${ordinal(high)} of ${cardinal(size)}`,
  rankOf: (rank, size) => `${ordinal(rank)} of ${cardinal(size)}`,
  top: {
    first: (titles, estimate, shared) =>
      `${titles} ${shared ? 'share first place' : 'ranks first'}; ${estimate}.`,
    alsoFirst: (others) => `May be first as well: ${others}.`,
    certain: 'No other can hold first place.',
    uncertain:
      'How sure this order is cannot be said: too few organizations answered, or intervals would give away what one of them answered.',
    withoutRanks: 'No ranking.',
  },
  dependence: (ranks, elsewhere) =>
    `${ranks} above, but ${elsewhere.map(({ rank, by }) => `${rank} ${list(by)}`).join(', ')}.`,
  page: {
    kind: { interim: 'Interim figures', final: 'Final figures' },
    asOf: (day) => `as of ${day}`,
    first: 'Before you use these figures',
    topPriorities: 'Top priorities of each category',
    categories: 'The categories among themselves',
    rank: 'Rank',
    item: 'Item',
    category: 'Category',
    answers: 'Answers',
    estimate: { agree: 'Agree', net: 'Agree less disagree', mean: 'Mean level' },
    interval: '95% interval',
    amongAll: 'Among all items',
    allItems: 'All items together',
    legend: 'Colors of the levels',
    disagree: 'disagree',
    neutral: 'neutral',
    agree: 'agree',
    answered: (answers) => `${number(answers)} answers`,
    disagreements: 'Where voices or measures disagree',
    someDisagreement:
      'The tables above count each person once. Weighed or measured otherwise, these rank outside the places given there:',
    noDisagreement:
      'Nowhere: whoever is counted, and by whatever measure, every rank stays within the places given above.',
    noDisagreementAmongShown:
      'Nowhere among the figures that are shown: by whatever measure, every rank stays within the places given above.',
    notCompared: (some, all) =>
      `For ${number(some)} of the ${number(all)} items and categories this cannot be said in full: their figures with organizations weighed otherwise are withheld, or the places that their ranks may hold.`,
    interimVoice:
      'Interim figures count each person once. How the ranks change when organizations are weighed otherwise comes with the final figures.',
    noComparison:
      'This cannot be said: too few organizations answered to give the places that a rank may hold, or these would give away what one of them answered.',
    groups: 'By group',
    groupsWarning:
      'Each group by itself, for those who plan for it. Do not compare groups: who answered differs from one to the next. Every ranking of every group is in breakdowns.csv.',
    byAttribute: (attribute) => `By ${attribute}`,
    group: 'Group',
    other: 'Other',
    responses: 'People',
    organizations: 'Organizations',
    leadingItem: 'First among all items',
    withheld: 'What is withheld, and why',
    nothingWithheld: 'Nothing is withheld.',
    allWithheld: 'Every item is withheld. The reasons stand below.',
    everyItem: 'every item',
    inVoice: sentenceCase,
    inGroups: (attribute) => `In every group by ${attribute}`,
    groupInPart: (group, some, all) => `${group} (${number(some)} of ${number(all)} items)`,
    reading: 'How to read this',
    howToRead: {
      order:
        '"First to third of four" means that the answers leave these places open. The places of one table hold together, with 95% confidence. Plan for every item that may be first, not only for the one that is listed first.',
      bars: 'Each bar shows all answers to one item: those who disagree to the left of the two ticks, those who agree to their right, those who are neutral half on either side.',
      interval:
        'The 95% interval says how far the figure might move if other, similar organizations had taken part. It is wide where organizations differ or few took part.',
    },
    making: 'How this was made',
    howItWasMade: ({ thresholds: { minRespondents, minOrganizations }, kind, controlled }) => ({
      kind:
        kind === 'final'
          ? 'Final figures come from a complete count after the poll closed.'
          : 'Interim figures come while the poll is open, and change.',
      hidden: controlled
        ? `Nothing is shown that rests on fewer than ${minRespondents} people or ${organizations(minOrganizations)}, or mostly on one organization. Small organizations are counted together. What changes between two releases must hide people, too.`
        : null,
      computed:
        "Errors treat each organization as one cluster (Taylor linearization); intervals of shares are those of Korn and Graubard; places come from comparing all pairs, with Holm's correction. Ranks are from unrounded figures.",
    }),
    files: 'Files of this release',
    filesNote: 'The same figures as data, each file with its SHA-256 hash.',
    file: 'File',
    bytes: 'Bytes',
    hash: 'SHA-256',
  },
};
