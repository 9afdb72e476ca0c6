import type { PollDefinition } from '../../../schemas/poll.ts';

/** What sentences about a poll may name. */
export type Facts = Pick<
  PollDefinition,
  'minRespondents' | 'minOrganizations' | 'retentionDays'
> & {
  /** The organization's name. */
  readonly organization: string;
  /** When the poll closes, in words; empty where that is not set yet. */
  readonly closes: string;
};

/** A heading and what stands below it, a paragraph each. */
export type Passage = { readonly title: string; readonly text: readonly string[] };

/**
 * Every word of the respondents' pages in one language, but for the poll's own. `{n}` and the
 * like are filled in by the page's script. Written for people who read little: short words,
 * short sentences, nothing that pushes towards an answer.
 */
export type FormWording = {
  /** BCP 47, as pages name their language. */
  readonly language: string;
  /** What the language calls itself. */
  readonly name: string;
  readonly instant: (instant: string, timeZone: string) => string;
  readonly skipToQuestions: string;
  readonly readAloud: string;
  readonly stopReading: string;
  readonly beforeYouStart: string;
  readonly introduction: (facts: Facts) => readonly string[];
  readonly more: string;
  /** Titles of the levels of a scale that has none of its own, from full disagreement up. */
  readonly levels: Readonly<Record<number, readonly string[]>>;
  readonly clear: string;
  /** The key that clears a choice, as keyboards of this language name it. */
  readonly clearKey: string;
  readonly invitation: {
    readonly label: string;
    readonly hint: string;
    /** Whether the code can be tied to the answers. */
    readonly untied: string;
    readonly missing: string;
    readonly mistyped: string;
    readonly refused: string;
  };
  readonly progress: string;
  readonly send: string;
  readonly check: string;
  readonly errorPrefix: string;
  readonly errorTitle: string;
  readonly nothingAnswered: string;
  readonly thisPhone: {
    readonly title: string;
    readonly keepDraft: string;
    readonly hint: string;
    readonly forget: string;
    readonly forgotten: Passage;
  };
  readonly privateLink: {
    readonly title: string;
    readonly text: (facts: Facts) => readonly string[];
    readonly copy: string;
    readonly copied: string;
    readonly qr: string;
    readonly keep: string;
    readonly kept: string;
    readonly pasteTitle: string;
    readonly pasteText: string;
    readonly pasteLabel: string;
    readonly notALink: string;
    readonly anotherForm: Passage;
    readonly openOther: string;
  };
  readonly sent: Passage;
  readonly change: string;
  readonly takeBack: string;
  readonly done: string;
  readonly waiting: Passage;
  readonly waitingWithoutStorage: string;
  readonly waitingToTakeBack: Passage;
  readonly tryNow: string;
  readonly busy: string;
  readonly offline: string;
  readonly waitedAndSent: Passage;
  readonly changing: Passage;
  readonly sending: string;
  readonly fetching: string;
  readonly answeredHere: Passage;
  readonly askTakeBack: Passage;
  readonly yesTakeBack: string;
  readonly noKeep: string;
  readonly takenBack: Passage;
  readonly refused: {
    readonly closed: Passage;
    readonly notOpenYet: Passage;
    readonly superseded: Passage;
    readonly withdrawn: Passage;
    readonly unknownResponse: Passage;
    readonly other: Passage;
  };
  readonly answerAgain: string;
  readonly startAgain: string;
  readonly checking: {
    readonly title: string;
    readonly text: string;
    readonly answered: (answered: number, items: number) => string;
    readonly open: string;
    readonly back: string;
  };
  readonly pages: {
    readonly notOpenYet: Passage;
    readonly closed: (facts: Facts) => Passage;
    readonly unknown: Passage;
    readonly away: Passage;
    readonly slowed: Passage;
    readonly tooLarge: Passage;
  };
  readonly tryAgain: string;
  readonly backToForm: string;
  readonly about: {
    readonly title: string;
    readonly passages: (facts: Facts) => readonly Passage[];
  };
};
