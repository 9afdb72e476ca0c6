import type { Metric, PollDefinition, Voice } from '../../../schemas/poll.ts';
import type { ReleaseKind } from '../../../schemas/release.ts';

/** What a text about the release rules may name. */
export type Thresholds = Pick<PollDefinition, 'minRespondents' | 'minOrganizations'>;

/** How many took part, for the sentence that opens every report. */
export type TookPart = {
  readonly responses: number;
  readonly organizations: number;
  readonly organizationsAsked: number;
  readonly mode: PollDefinition['mode'];
};

/** How a report came to be: of which count, and whether the release rules were applied. */
export type Made = {
  readonly thresholds: Thresholds;
  readonly kind: ReleaseKind;
  readonly controlled: boolean;
};

/** The best and the worst rank that are open, among how many. */
export type OpenRanks = { readonly low: number; readonly high: number; readonly size: number };

/** Every word of a report in one language, numbers and sentences included. */
export type Wording = {
  /** BCP 47, as the page names its language. */
  readonly language: string;
  readonly number: (value: number, decimals?: number) => string;
  readonly percent: (share: number) => string;
  readonly day: (day: string) => string;
  readonly list: (texts: readonly string[]) => string;
  readonly opening: {
    readonly whoAnswered: (tookPart: TookPart) => string;
    /** What a report without disclosure control says before all else. */
    readonly uncontrolled: string;
    readonly whoAnsweredIsWithheld: string;
    readonly limits: readonly string[];
    readonly leavesOutLateAnswers: (day: string) => string;
  };
  readonly level: (level: number, levels: number) => string;
  /** What a status says; some reasons mean something else in voices other than the respondents'. */
  readonly status: (status: string, thresholds: Thresholds, voice: Voice) => string;
  /** How organizations are weighed, as it stands behind a rank. */
  readonly voice: Readonly<Record<Voice, string>>;
  /** What is ranked by, as it stands behind a rank. */
  readonly metric: Readonly<Record<Metric, string>>;
  /** An estimate and what it is, such as "68% agree". */
  readonly estimate: (metric: Metric, value: number, levels: number) => string;
  readonly interval: (metric: Metric, low: number, high: number) => string;
  /** "first to third of four" */
  readonly openRanks: (ranks: OpenRanks) => string;
  readonly rankOf: (rank: number, size: number) => string;
  readonly top: {
    readonly first: (titles: string, estimate: string, shared: boolean) => string;
    readonly alsoFirst: (others: string) => string;
    readonly certain: string;
    readonly uncertain: string;
    readonly withoutRanks: string;
  };
  /** The places above, then the ranks outside them, each with all that it is by. */
  readonly dependence: (
    ranks: string,
    elsewhere: readonly { readonly rank: string; readonly by: readonly string[] }[],
  ) => string;
  readonly page: {
    readonly kind: Readonly<Record<ReleaseKind, string>>;
    readonly asOf: (day: string) => string;
    readonly first: string;
    readonly topPriorities: string;
    readonly categories: string;
    readonly rank: string;
    readonly item: string;
    readonly category: string;
    readonly answers: string;
    readonly estimate: Readonly<Record<Metric, string>>;
    readonly interval: string;
    readonly amongAll: string;
    readonly allItems: string;
    readonly legend: string;
    readonly disagree: string;
    readonly neutral: string;
    readonly agree: string;
    readonly answered: (answers: number) => string;
    readonly disagreements: string;
    readonly someDisagreement: string;
    readonly noDisagreement: string;
    /** Where not every voice that the report has could be held against every rank. */
    readonly noDisagreementAmongShown: string;
    /** Of how many items and categories the comparison has gaps, among how many. */
    readonly notCompared: (some: number, all: number) => string;
    readonly interimVoice: string;
    readonly noComparison: string;
    readonly groups: string;
    readonly groupsWarning: string;
    readonly byAttribute: (attribute: string) => string;
    readonly group: string;
    readonly other: string;
    readonly responses: string;
    readonly organizations: string;
    readonly leadingItem: string;
    readonly withheld: string;
    readonly nothingWithheld: string;
    readonly allWithheld: string;
    /** All items of the poll, within a sentence. */
    readonly everyItem: string;
    readonly inVoice: (voice: string) => string;
    readonly inGroups: (attribute: string) => string;
    /** A group of which something holds for some of the items that it has. */
    readonly groupInPart: (group: string, some: number, all: number) => string;
    readonly reading: string;
    /** What the order, the bars and the intervals mean. */
    readonly howToRead: Readonly<Record<'order' | 'bars' | 'interval', string>>;
    readonly making: string;
    readonly howItWasMade: (made: Made) => {
      readonly kind: string;
      /** What the release rules hide; nothing where none were applied. */
      readonly hidden: string | null;
      readonly computed: string;
    };
    readonly files: string;
    readonly filesNote: string;
    readonly file: string;
    readonly bytes: string;
    readonly hash: string;
  };
};
