import type { PollState } from '../../../../schemas/poll.ts';
import type { LeavingQuestion } from '../../use-address.ts';
import type { Message } from '../../wording/wording.ts';

/** What the poster says in one language. */
export type PosterWording = {
  readonly asks: (organization: string) => string;
  readonly purpose: string;
  readonly how: string;
  readonly qr: string;
  /** What taking part means: each true to what the form itself says. */
  readonly points: (facts: {
    readonly organization: string;
    readonly minRespondents: number;
  }) => readonly string[];
  readonly invited: string;
  /** @param closes the close in words */
  readonly until: (closes: string) => string;
};

/** What a slip says in one language. */
export type SlipWording = {
  readonly code: string;
  readonly how: string;
  readonly choice: string;
  /** Whether the code tells whose answers they are. */
  readonly apart: string;
};

/** When a poll opened and closes, in words, where that is known. */
export type PollTimes = {
  readonly closes?: string;
  readonly importsClose?: string;
};

/** Every word of a coordinator's pages in one language. */
export type OrganizationWording = {
  /** BCP 47. */
  readonly language: string;
  /** An instant on the clock of whoever reads, with the time zone's name. */
  readonly instant: (instant: string) => string;
  /** @param day `YYYY-MM-DD` */
  readonly day: (day: string) => string;
  readonly signInAgain: string;
  readonly signedOut: Message;
  readonly notYours: Message;
  readonly tooMany: Message;
  readonly away: Message;
  readonly lead: string;
  readonly noPolls: Message;
  readonly back: string;
  readonly print: string;
  readonly states: Readonly<Record<PollState, (times: PollTimes) => string>>;
  readonly link: {
    readonly heading: string;
    readonly notOpenYet: string;
    /** What to know of an address that is a burden to type. */
    readonly long: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly qr: string;
    readonly download: string;
    readonly poster: string;
  };
  readonly poster: {
    readonly title: string;
    readonly note: string;
    /** What to know before the poster of a draft is printed. */
    readonly draft: string;
    readonly over: Message;
  };
  readonly sheet: PosterWording;
  readonly participation: {
    readonly heading: string;
    readonly loading: string;
    readonly uncounted: Readonly<Record<PollState, string>>;
    readonly responses: (count: number) => string;
    readonly expected: (count: number) => string;
    readonly setAside: string;
    readonly channels: (channels: Readonly<Partial<Record<string, number>>>) => string;
    readonly days: (first: string, last: string) => string;
    readonly few: (minRespondents: number) => string;
    readonly counted: (instant: string) => string;
    readonly pace: Readonly<Record<PollState, string>>;
    readonly final: string;
    readonly neverWhat: string;
  };
  readonly invitations: {
    readonly heading: string;
    readonly text: string;
    readonly notHere: string;
    readonly howMany: string;
    readonly hint: (most: number) => string;
    readonly wrongNumber: (most: number) => string;
    readonly make: string;
    readonly making: string;
    readonly notNow: string;
    readonly damaged: string;
    readonly made: (count: number) => string;
    readonly onlyNow: string;
    /** What is asked of whoever leaves the slips. */
    readonly leaving: LeavingQuestion;
    readonly done: string;
  };
  readonly slip: SlipWording;
  readonly paper: {
    readonly heading: string;
    readonly text: string;
    readonly notHere: string;
    readonly file: string;
    readonly hint: string;
    readonly emptyFile: string;
    readonly emptyFileNote: string;
    readonly noFile: string;
    readonly tooLarge: (megabytes: number) => string;
    readonly upload: string;
    readonly uploading: string;
    readonly waiting: string;
    readonly counting: (rows: number) => string;
    readonly done: (accepted: number, rejected: number) => string;
    readonly rejectedNote: string;
    readonly download: string;
    readonly failed: string;
    readonly notUploaded: string;
    readonly notNow: string;
    readonly another: string;
  };
};
