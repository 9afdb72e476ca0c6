import type { Wording } from '../../../core/report/wording/wording.ts';
import type { Metric, Voice } from '../../../schemas/poll.ts';

/** A heading and what to know or do. */
export type Message = { readonly title: string; readonly text: string };

/** A release as it is named: its number, its kind and its day in words. */
export type NamedRelease = {
  readonly number: number;
  readonly kind: 'interim' | 'final';
  readonly day: string;
};

/** Every word of the pages in one language, beside those of the report itself. */
export type PagesWording = {
  readonly report: Wording;
  /** The language's own name. */
  readonly name: string;
  readonly languages: string;
  readonly skip: string;
  readonly results: string;
  readonly loading: string;
  readonly signIn: string;
  readonly signOut: string;
  readonly again: string;
  /** The pages that somebody's roles lead to. */
  readonly places: {
    readonly heading: string;
    readonly organization: (id: string) => string;
    readonly administration: string;
  };
  readonly start: Message;
  readonly signInNeeded: Message;
  /** Where a page is for those who run a poll. */
  readonly signInToGoOn: Message;
  readonly signInFailed: Message;
  readonly plannersOnly: Message;
  readonly nothingReleased: Message;
  readonly unknownPoll: Message;
  readonly unknownRelease: Message;
  readonly unknownPage: Message;
  readonly tooMany: Message;
  readonly failed: Message;
  readonly outdated: Message;
  /** Where a release is more than one answer of the API can hold. */
  readonly tooLarge: Message;
  readonly view: {
    readonly heading: string;
    /** What unfolds the choices. */
    readonly choose: string;
    readonly voice: string;
    readonly voices: Readonly<Record<Voice, string>>;
    readonly metric: string;
    readonly metrics: Readonly<Record<Metric, string>>;
    readonly list: string;
    readonly lists: Readonly<Record<'categories' | 'items', string>>;
    readonly group: string;
    readonly everyone: string;
    readonly groupOf: (attribute: string, group: string) => string;
    readonly isHeadline: string;
    readonly moved: (moved: number, outside: number, all: number) => string;
    readonly notHere: string;
    /** What bars show where organizations are weighed. */
    readonly bars: string;
    readonly toHeadline: string;
    /** What is shown, as it stands on paper. */
    readonly shown: (voice: string, metric: string, group: string) => string;
  };
  readonly beside: {
    readonly tier: (tier: number) => string;
    readonly headline: (rank: string) => string;
    readonly outside: string;
  };
  readonly releases: {
    readonly heading: string;
    readonly note: string;
    readonly release: (release: NamedRelease) => string;
    readonly shown: string;
    readonly latest: string;
    readonly earlier: (release: NamedRelease) => string;
    readonly toLatest: string;
  };
  readonly changes: {
    readonly heading: (since: NamedRelease) => string;
    readonly first: string;
    readonly failed: string;
    readonly people: (before: number, now: number) => string;
    readonly none: string;
    readonly others: (count: number) => string;
    readonly caption: string;
    readonly before: string;
    readonly now: string;
    readonly withheld: string;
  };
  readonly notes: {
    readonly order: string;
    readonly bars: string;
    readonly interval: string;
    readonly tiers: Message;
    readonly voices: Message;
    readonly metrics: Message;
    readonly groups: string;
    readonly withheld: string;
    readonly kind: string;
    readonly computed: string;
  };
  readonly downloads: {
    readonly heading: string;
    readonly note: string;
    readonly whole: string;
    readonly working: string;
    readonly failed: string;
    readonly damaged: (file: string) => string;
    readonly tooLarge: (file: string) => string;
    /** Which files a zip leaves out. */
    readonly leftOut: (files: string) => string;
    readonly file: string;
    readonly size: string;
    readonly holds: string;
    readonly kilobytes: (bytes: number) => string;
    readonly files: Readonly<Record<string, string>>;
    readonly readme: {
      readonly from: (address: string) => string;
      readonly files: string;
      readonly missing: string;
      readonly check: string;
    };
  };
};
