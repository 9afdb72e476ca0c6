import type { LocalizedText } from '../../../../schemas/identifier.ts';
import type { PollState } from '../../../../schemas/poll.ts';
import type { ReleaseKind, Snapshot, WithholdReason } from '../../../../schemas/release.ts';
import type { Channel } from '../../../../schemas/response.ts';

/** An organization, and how many answered through it as far as that may be shown. */
export type OrganizationShown = {
  readonly organization: string;
  readonly name: LocalizedText;
  readonly expectedResponses?: number | undefined;
  readonly responses?: number | undefined;
  readonly setAside?: number | undefined;
  readonly channels?: Partial<Record<Channel, number>> | undefined;
  readonly firstDay?: string | undefined;
  readonly lastDay?: string | undefined;
};

/** What administrators get of a poll's participation. */
export type ParticipationView = {
  readonly poll: string;
  readonly state: PollState;
  readonly minRespondents: number;
  readonly countedAt?: string | undefined;
  readonly final: boolean;
  readonly total?:
    | { readonly organizations: number; readonly begun: number; readonly responses: number }
    | undefined;
  readonly organizations: readonly OrganizationShown[];
  readonly notBegun: readonly string[];
};

/** Where a poll's releases and its final count stand. */
export type ReleaseView = {
  readonly poll: string;
  readonly state: PollState;
  readonly latest?: Omit<Snapshot, 'files'> | undefined;
  readonly withheld?:
    | {
        readonly kind: ReleaseKind;
        readonly reasons: readonly WithholdReason[];
        readonly since?: string | undefined;
      }
    | undefined;
  readonly finalCount?:
    | {
        readonly dueAt: string;
        readonly sealedAt?: string | undefined;
        readonly day?: string | undefined;
        readonly decided: boolean;
      }
    | undefined;
};
