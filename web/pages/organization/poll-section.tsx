import { titleOf } from '../../../core/report/title-of.ts';
import type { OrganizationPoll } from '../../../schemas/participation.ts';
import type { CallApi } from '../api/call-api.ts';
import type { Go } from '../use-address.ts';
import { asksForCodes } from './invitations/asks-for-codes.ts';
import { InvitationsSection } from './invitations/invitations-section.tsx';
import { PaperSection } from './paper/paper-section.tsx';
import { takesPaper } from './paper/takes-paper.ts';
import { ParticipationSection } from './participation/participation-section.tsx';
import type { Refusing } from './refused.tsx';
import { LinkSection } from './sharing/link-section.tsx';
import type { Offers } from './use-offers.ts';

/** One poll as its coordinator needs it: how it stands, the link, the number, and what else. */
export const PollSection = ({
  refusing,
  address,
  go,
  call,
  organization,
  poll,
  isAlike,
  offers,
  onMade,
}: {
  readonly refusing: Refusing;
  readonly address: URL;
  readonly go: Go;
  readonly call: CallApi;
  readonly organization: string;
  readonly poll: OrganizationPoll;
  /** Whether another poll has the same title. */
  readonly isAlike: boolean;
  readonly offers: Offers | null;
  readonly onMade: (codes: readonly string[]) => void;
}) => {
  const { own } = refusing;
  const { id, state, closesAt, importsCloseAt } = poll;
  const paper = takesPaper(poll, new Date());
  const times = {
    ...(closesAt && { closes: own.instant(closesAt) }),
    ...(paper && importsCloseAt && { importsClose: own.instant(importsCloseAt) }),
  };
  return (
    <section class="poll" id={`poll-${id}`}>
      <h2>
        {titleOf(poll.title, id, own.language)}
        {isAlike && ` (${id})`}
      </h2>
      <p>{own.states[state](times)}</p>
      {state !== 'closed' && <LinkSection {...{ own, address, go, organization, poll }} />}
      <ParticipationSection {...{ refusing, call, organization }} poll={id} />
      {offers && asksForCodes(poll) && (
        <InvitationsSection
          {...{ refusing, call, organization, onMade }}
          poll={id}
          offers={offers}
        />
      )}
      {paper && offers?.imports && (
        <PaperSection {...{ refusing, address, go, call, organization }} poll={id} />
      )}
    </section>
  );
};
