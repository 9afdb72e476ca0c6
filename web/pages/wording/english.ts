import { english } from '../../../core/report/wording/english.ts';
import type { NamedRelease, PagesWording } from './wording.ts';

const { number } = english;
const KINDS = { interim: 'interim figures', final: 'final figures' };
const release = ({ number, kind, day }: NamedRelease): string =>
  `Release ${number}: ${KINDS[kind]} as of ${day}`;
const items = (count: number): string => `${number(count)} item${count === 1 ? '' : 's'}`;

/** The pages in English. */
export const pagesEnglish: PagesWording = {
  report: english,
  name: 'English',
  languages: 'Language',
  skip: 'Skip to the content',
  results: 'Results',
  loading: 'Loading…',
  signIn: 'Sign in',
  signOut: 'Sign out',
  again: 'Try again',
  places: {
    heading: 'Your pages',
    organization: (id) => `Organization ${id}`,
    administration: 'Administration',
  },
  start: {
    title: 'Groundswell',
    text: 'The results of a poll have an address of their own. Ask the network that runs the poll for it. If you look after an organization or run a poll, sign in: the links to your pages then stand above.',
  },
  signInNeeded: {
    title: 'These results are for planners',
    text: 'Sign in to see them. If you have no account, ask the network that runs the poll.',
  },
  signInToGoOn: {
    title: 'Please sign in',
    text: 'This page is for those who run a poll.',
  },
  signInFailed: {
    title: 'Signing in did not work',
    text: 'Nothing was changed. Try once more from here; if it fails again, tell the network that runs the poll.',
  },
  plannersOnly: {
    title: 'Your account may not see these results',
    text: 'You are signed in, but not as a planner. Ask the network that runs the poll, or sign out and use another account.',
  },
  nothingReleased: {
    title: 'Nothing is released yet',
    text: 'Figures appear once enough people of enough organizations have answered for nobody to be found in them. Come back later.',
  },
  unknownPoll: {
    title: 'There is no such poll',
    text: 'Check the address, or ask the network that runs the poll for it.',
  },
  unknownRelease: {
    title: 'There is no such release',
    text: 'The address names a release that this poll does not have.',
  },
  unknownPage: {
    title: 'There is no such page',
    text: 'Check the address. Results are found under /results/ and the name of the poll.',
  },
  tooMany: {
    title: 'Too many requests at once',
    text: 'Wait half a minute, then try again.',
  },
  failed: {
    title: 'The results could not be loaded',
    text: 'The network or the service is away. Try again in a moment.',
  },
  tooLarge: {
    title: 'These results are too large to be shown here',
    text: 'Get report.html or the tables of this release from the API.',
  },
  outdated: {
    title: 'This page is older than the results',
    text: 'Reload the page to get the current one.',
  },
  view: {
    heading: 'Look at it another way',
    choose: 'Choose how it is counted, what is listed and whose answers count',
    voice: 'Who counts how',
    voices: {
      respondent: 'Each person counts once',
      organization: 'Each organization counts once',
      population: 'Organizations count by the people they serve',
    },
    metric: 'Measured by',
    metrics: {
      agree: 'The share who agree',
      net: 'Agreement less disagreement',
      mean: 'The mean level',
    },
    list: 'Ranked',
    lists: { categories: 'Within each category', items: 'All items together' },
    group: 'Whose answers',
    everyone: 'All organizations',
    groupOf: (attribute, group) => `${attribute}: ${group}`,
    isHeadline: 'These are the headline figures.',
    moved: (moved, outside, all) =>
      moved === 0
        ? `Nothing moves: each of the ${items(all)} keeps the rank that it has in the headline figures.`
        : `${number(moved)} of ${items(all)} ${moved === 1 ? 'has' : 'have'} another rank than in the headline figures, ${outside === 0 ? 'none' : number(outside)} outside the places given there.`,
    notHere: 'The address asks for figures that this release does not have; these are the nearest.',
    bars: 'The bars show what people answered, each counted once, in every way of counting.',
    toHeadline: 'Back to the headline figures',
    shown: (voice, metric, group) =>
      `Shown: ${voice.toLowerCase()}; measured by ${metric.toLowerCase()}; ${group.toLowerCase()}.`,
  },
  beside: {
    tier: (tier) => `Tier ${tier}`,
    headline: (rank) => `headline figures: ${rank}`,
    outside: 'outside the places given there',
  },
  releases: {
    heading: 'Releases',
    note: 'A release is never changed. Its address shows the same figures for good.',
    release,
    shown: 'shown here',
    latest: 'the latest',
    earlier: (latest) =>
      `This is an earlier release. The latest is ${release(latest).toLowerCase()}.`,
    toLatest: 'Show the latest',
  },
  changes: {
    heading: ({ number, day }) => `What changed since release ${number} (as of ${day})`,
    first: 'This is the first release: there is nothing to compare it with.',
    failed: 'The release before could not be loaded, so there is no comparison.',
    people: (before, now) =>
      `${number(now)} people are counted here, ${number(before)} in the release before.`,
    none: 'Every item keeps its rank within its category.',
    others: (count) => `${items(count)} more ${count === 1 ? 'keeps its' : 'keep their'} rank.`,
    caption: 'Items with another rank within their category',
    before: 'Before',
    now: 'Now',
    withheld: 'no rank',
  },
  notes: {
    order: 'How sure is this order?',
    bars: 'How do I read the bars?',
    interval: 'What does the 95% interval say?',
    tiers: {
      title: 'What is a tier?',
      text: 'Whatever is clearly below something in tier 1 stands in tier 2 or further down, and so on. Two items of one tier are not clearly apart. Go by the places first: they hold together, tiers only sum them up.',
    },
    voices: {
      title: 'Why count in other ways?',
      text: 'Where each person counts once, an organization with many answers weighs more. Where each organization counts once, a small one weighs as much as a large one. A priority that stays first in every way of counting is one that you need not argue about.',
    },
    metrics: {
      title: 'What do the measures mean?',
      text: 'The share who agree leaves out how many disagree. Agreement less disagreement takes both. The mean level also tells strong from mild agreement. The bars show the answers themselves and stay as they are.',
    },
    groups: 'Why are there no more groups?',
    withheld: 'Why is anything withheld?',
    kind: 'What are interim and final figures?',
    computed: 'How are the figures computed?',
  },
  downloads: {
    heading: 'Download this release',
    note: 'The same figures as files, to work with or to keep.',
    whole: 'Everything in one zip',
    working: 'Getting the files…',
    failed: 'The download did not work. Try again in a moment.',
    damaged: (file) => `${file} did not arrive as it was published. Try again.`,
    tooLarge: (file) => `${file} is too large for this page: get it from the API.`,
    leftOut: (files) =>
      `Not in the zip, because too large for this page: ${files}. Get it from the API.`,
    file: 'File',
    size: 'Size',
    holds: 'Holds',
    kilobytes: (bytes) => `${number(Math.max(1, Math.round(bytes / 1000)))} kB`,
    files: {
      'report.html': 'The report to read and print, in English',
      'report.es.html': 'The report to read and print, in Spanish',
      'priorities.csv': 'Every ranking: by list, voice and measure',
      'priorities.xlsx': 'All tables as a workbook, with notes',
      'priorities.json': 'Everything, for programs',
      'priorities.jsonschema.json': 'What priorities.json may hold',
      'categories.csv': 'The categories among themselves',
      'breakdowns.csv': 'The rankings of each published group',
      'distribution.csv': 'How the answers spread over the levels',
      'participation.csv': 'How many took part',
      'datapackage.json': 'What each column means, and the hash of each file',
    },
    readme: {
      from: (address) => `From ${address}`,
      files: 'Files',
      missing: 'Not in this zip, because too large for the page that made it; get it from the API',
      check:
        'Behind each file stands its SHA-256. `sha256sum FILE` prints the same for a file that is whole.',
    },
  },
};
