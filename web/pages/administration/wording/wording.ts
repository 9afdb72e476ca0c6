import type { AuditEntry } from '../../../../schemas/audit.ts';
import type { Metric, PollState } from '../../../../schemas/poll.ts';
import type { WithholdReason } from '../../../../schemas/release.ts';
import type { Channel } from '../../../../schemas/response.ts';
import type { Message } from '../../wording/wording.ts';
import type { Gap } from '../definition/languages.ts';

/** Names that the pages of a poll go by. */
export type PollSection =
  | 'overview'
  | 'definition'
  | 'organizations'
  | 'participation'
  | 'release'
  | 'audit';

/** What may be chosen, and what it means. */
export type Meaning = { readonly label: string; readonly hint: string };

/** A question before something that cannot be undone: what it means, point by point. */
export type Question = {
  readonly title: string;
  readonly confirm: string;
};

/** Whatever can be typed into the settings of a poll. */
export type SettingName =
  | 'levels'
  | 'closesAt'
  | 'importsCloseAt'
  | 'minRespondents'
  | 'minOrganizations'
  | 'publishedAttributes'
  | 'retentionDays';

/** A setting: what it is called, what it means, and what is wrong where it is refused. */
export type SettingWording = Meaning & { readonly error: string };

/** Every word of the administrator's pages in one language, beside those of all pages. */
export type AdministrationWording = {
  readonly polls: string;
  readonly allPolls: string;
  readonly pagesOfPoll: string;
  readonly sections: Readonly<Record<PollSection, string>>;
  readonly states: Readonly<Record<PollState, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly loading: string;
  readonly working: string;
  readonly cancel: string;
  readonly save: string;
  readonly saved: string;
  readonly lookAgain: string;
  readonly orderBy: string;
  readonly filter: string;
  readonly filtered: (shown: number, all: number) => string;
  readonly unsaved: {
    readonly title: string;
    readonly text: string;
    readonly leave: string;
    readonly stay: string;
  };
  /** An instant in the time zone of whoever reads, which it names. */
  readonly instant: (instant: string) => string;
  readonly timeZone: (zone: string) => string;
  /** A language's name, such as "Spanish". */
  readonly languageName: (language: string) => string;
  readonly errorTitle: string;
  /** What the API expected, as it says itself, in English. */
  readonly expected: string;
  readonly refusals: {
    readonly administratorsOnly: Message;
    readonly signInAgain: Message;
    /** Where signing in again loses nothing of what was typed. */
    readonly kept: string;
    readonly away: Message;
    readonly tooMany: Message;
    readonly other: Message;
    /** By the problem's code; those above where there is none. */
    readonly byCode: Readonly<Record<string, Message>>;
  };
  readonly list: {
    readonly caption: string;
    readonly none: string;
    readonly create: string;
    readonly poll: string;
    readonly id: string;
    readonly state: string;
    readonly opened: string;
    readonly closes: string;
  };
  readonly create: {
    readonly title: string;
    readonly introduction: string;
    readonly id: SettingWording;
    /** How many characters are left for organizations, where those are few. */
    readonly idLong: (room: number) => string;
    readonly idTaken: string;
    readonly start: string;
    readonly starts: Readonly<Record<'shipped' | 'own', Meaning>>;
    readonly file: Meaning;
    readonly paste: SettingWording;
    readonly next: string;
  };
  readonly definition: {
    readonly title: string;
    readonly fixed: string;
    readonly beside: string;
    readonly missing: (language: string, gap: Gap) => string;
    readonly pollTitle: string;
    readonly pollIntroduction: string;
    readonly levels: string;
    readonly level: (level: number, levels: number) => string;
    readonly levelsHint: string;
    readonly categories: string;
    readonly category: (number: number) => string;
    readonly item: (number: number) => string;
    readonly itemId: string;
    readonly idError: string;
    readonly textError: string;
    readonly categoryId: string;
    readonly categoryTitle: string;
    readonly addItem: string;
    readonly removeItem: (number: number) => string;
    readonly addCategory: string;
    readonly removeCategory: (number: number) => string;
    readonly when: string;
    readonly settings: string;
    readonly setting: Readonly<Record<SettingName, SettingWording>>;
    readonly mode: Meaning;
    readonly modes: Readonly<Record<'open' | 'invited', Meaning>>;
    readonly reports: Meaning;
    readonly reportsTo: Readonly<Record<'planners' | 'public', Meaning>>;
    readonly metric: Meaning;
    readonly metrics: Readonly<Record<Metric, Meaning>>;
    readonly download: string;
    readonly noTitle: string;
  };
  readonly poll: {
    readonly facts: {
      readonly state: string;
      readonly opened: string;
      readonly closes: string;
      readonly closed: string;
      readonly importsClose: string;
      readonly expiry: string;
      readonly organizations: string;
      readonly noClose: string;
    };
    readonly edit: string;
    readonly results: string;
    readonly before: string;
    readonly ready: string;
    readonly closeNeeded: string;
    readonly organizationsNeeded: (has: number, needs: number) => string;
    readonly translationsMissing: (language: string, gap: Gap) => string;
    readonly open: string;
    readonly opening: Question & {
      readonly points: (
        organizations: number,
        closes: string,
        mode: 'open' | 'invited',
      ) => readonly string[];
    };
    readonly opened: string;
    readonly close: string;
    readonly closing: Question & { readonly points: (closes: string | null) => readonly string[] };
    readonly closed: string;
    readonly closeEarly: string;
    readonly later: {
      readonly title: string;
      readonly text: string;
      readonly label: string;
      readonly importsLabel: string;
      readonly button: string;
      readonly question: Question;
      readonly points: (closes: string) => readonly string[];
      readonly moved: string;
    };
    readonly afterClose: string;
    readonly asked: string;
  };
  readonly organizations: {
    readonly caption: string;
    readonly none: string;
    readonly add: string;
    readonly import: string;
    readonly name: string;
    readonly id: SettingWording;
    /** How long a link is that is too long to be typed. */
    readonly idLong: (length: number) => string;
    readonly idTaken: string;
    readonly form: string;
    readonly formOf: (name: string) => string;
    readonly attributes: string;
    readonly peopleServed: SettingWording;
    readonly expectedResponses: SettingWording;
    readonly names: string;
    readonly nameError: string;
    readonly attribute: string;
    readonly attributeHint: string;
    readonly value: string;
    readonly attributeError: string;
    readonly addAttribute: string;
    readonly removeAttribute: (number: number) => string;
    readonly frozen: string;
    readonly addTitle: string;
    readonly changeTitle: string;
    readonly setAside: string;
    readonly coordinatorsPage: string;
    readonly csv: {
      readonly title: string;
      readonly text: string;
      readonly columns: string;
      readonly column: string;
      readonly holds: string;
      readonly meanings: readonly (readonly [column: string, meaning: string])[];
      readonly sample: string;
      readonly file: Meaning;
      readonly paste: Meaning;
      readonly load: string;
      readonly loaded: (all: number, created: number, changed: number) => string;
      readonly empty: string;
      readonly notUtf8: string;
      readonly semicolons: string;
      readonly faults: string;
      readonly line: string;
      readonly what: string;
      readonly header: string;
      readonly once: string;
      readonly whole: string;
      readonly nothingWritten: string;
    };
  };
  readonly participation: {
    readonly asOf: (instant: string) => string;
    readonly final: string;
    readonly interim: string;
    readonly standsStill: string;
    readonly notCounted: string;
    readonly responses: string;
    readonly begun: string;
    readonly begunOf: (begun: number, all: number) => string;
    readonly notBegun: string;
    readonly everyone: string;
    readonly caption: string;
    readonly organization: string;
    readonly expected: string;
    readonly ofExpected: (share: string) => string;
    readonly channels: string;
    readonly first: string;
    readonly last: string;
    readonly setAside: string;
    /** Of an organization of which a list of what is set aside is in force. */
    readonly inForce: string;
    readonly hidden: (minimum: number) => string;
    readonly notShown: string;
  };
  readonly release: {
    readonly latest: string;
    readonly number: (number: number) => string;
    readonly kinds: Readonly<Record<'interim' | 'final', string>>;
    readonly kind: string;
    readonly asOf: string;
    readonly none: string;
    readonly toResults: string;
    readonly ask: string;
    readonly askNote: string;
    readonly asked: string;
    readonly draft: string;
    readonly withheld: string;
    readonly lastAttempt: (kind: 'interim' | 'final', since: string | null) => string;
    readonly noReason: string;
    readonly reasons: Readonly<Record<WithholdReason, string>>;
    readonly nothingWithheld: string;
    readonly inside: string;
    readonly insideAway: string;
    readonly finalCount: string;
    readonly noEnd: string;
    readonly due: string;
    readonly sealed: string;
    readonly decided: string;
    readonly yes: string;
    readonly notYet: string;
    readonly pending: string;
    readonly counting: string;
    readonly deciding: string;
    readonly done: string;
  };
  readonly exclusions: {
    readonly title: string;
    readonly text: string;
    readonly now: string;
    readonly nothing: string;
    readonly day: string;
    readonly dayError: string;
    readonly channel: string;
    readonly remove: (what: string) => string;
    readonly add: string;
    readonly addTitle: string;
    readonly reason: SettingWording;
    readonly unsaved: string;
    readonly set: string;
    readonly question: Question;
    readonly points: (count: number) => readonly string[];
    readonly done: string;
    readonly draft: string;
  };
  readonly audit: {
    readonly text: string;
    readonly caption: string;
    readonly when: string;
    readonly what: string;
    readonly who: string;
    readonly none: string;
    readonly older: string;
    readonly act: (entry: AuditEntry) => string;
  };
};
