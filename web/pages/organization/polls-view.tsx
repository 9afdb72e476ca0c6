import { useEffect } from 'preact/hooks';
import { titleOf } from '../../../core/report/title-of.ts';
import type { OrganizationPoll } from '../../../schemas/participation.ts';
import type { PollState } from '../../../schemas/poll.ts';
import type { CallApi } from '../api/call-api.ts';
import type { Go } from '../use-address.ts';
import { asksForCodes } from './invitations/asks-for-codes.ts';
import { takesPaper } from './paper/takes-paper.ts';
import { PollSection } from './poll-section.tsx';
import type { Refusing } from './refused.tsx';
import { useFocusedHeading } from './use-focused-heading.ts';
import { useOffers } from './use-offers.ts';

const ORDER: readonly PollState[] = ['open', 'draft', 'closed'];

/** Every poll that an organization takes part in: what is open before what is not. */
export const PollsView = ({
  refusing,
  address,
  go,
  call,
  organization,
  polls,
  isBack,
  onMade,
}: {
  readonly refusing: Refusing;
  readonly address: URL;
  readonly go: Go;
  readonly call: CallApi;
  readonly organization: string;
  readonly polls: readonly OrganizationPoll[];
  /** Whether something else of the organization was shown before. */
  readonly isBack: boolean;
  readonly onMade: (poll: OrganizationPoll, codes: readonly string[]) => void;
}) => {
  const { own } = refusing;
  const now = new Date();
  const offers = useOffers(polls.some((poll) => takesPaper(poll, now) || asksForCodes(poll)));
  const heading = useFocusedHeading(isBack);
  const sorted = polls.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const titles = polls.map(({ id, title }) => titleOf(title, id, own.language));
  const name = titleOf(sorted[0]?.name, organization, own.language);
  useEffect(() => {
    document.title = `${name} · Groundswell`;
  }, [name]);
  return (
    <div class="organization">
      <h1 ref={heading} tabIndex={-1}>
        {name}
      </h1>
      <p class="lead">{own.lead}</p>
      {sorted.map((poll) => (
        <PollSection
          key={poll.id}
          isAlike={
            titles.filter((one) => one === titleOf(poll.title, poll.id, own.language)).length > 1
          }
          {...{ refusing, address, go, call, organization, poll, offers }}
          onMade={(codes) => onMade(poll, codes)}
        />
      ))}
    </div>
  );
};
