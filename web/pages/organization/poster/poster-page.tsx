import { useEffect } from 'preact/hooks';
import type { OrganizationPoll, ParticipationView } from '../../../../schemas/participation.ts';
import type { CallApi } from '../../api/call-api.ts';
import { InnerLink } from '../../inner-link.tsx';
import { MessagePage } from '../../message-page.tsx';
import type { Go } from '../../use-address.ts';
import { participationPath } from '../participation/participation-path.ts';
import { RefusedPage, type Refusing } from '../refused.tsx';
import { useCalled } from '../use-called.ts';
import { useFocusedHeading } from '../use-focused-heading.ts';
import type { OrganizationWording } from '../wording/wording.ts';
import { Poster } from './poster.tsx';

type PosterPageProps = {
  readonly refusing: Refusing;
  readonly address: URL;
  readonly go: Go;
  readonly call: CallApi;
  readonly organization: string;
  /** The address of the organization's page. */
  readonly back: string;
};

/** The poster of a poll, as the address names it: on a screen, and on one sheet of paper. */
export const PosterPage = ({
  poll,
  ...props
}: PosterPageProps & { readonly poll: OrganizationPoll | undefined }) => {
  const { refusing, go, back } = props;
  const { words, own } = refusing;
  if (poll) return <OpenPosterPage {...props} poll={poll} />;
  const action = { label: own.back, act: () => go(back) };
  return <MessagePage words={words} message={own.poster.over} action={action} />;
};

/** How few people's totals are shown is a setting of the poll, which comes with the number. */
const OpenPosterPage = ({
  refusing,
  address,
  go,
  call,
  organization,
  back,
  poll,
}: PosterPageProps & { readonly poll: OrganizationPoll }) => {
  const { words, own } = refusing;
  const { called, again } = useCalled<ParticipationView>(call, participationPath(poll.id));
  useEffect(() => {
    document.title = `${own.poster.title} · Groundswell`;
  }, [own]);
  if (called === null) return <MessagePage words={words} message={null} />;
  if (called.kind === 'refused') return <RefusedPage {...{ refusing, again }} {...called} />;
  const { minRespondents } = called.value;
  return <PosterView {...{ own, address, go, organization, back, poll, minRespondents }} />;
};

const PosterView = ({
  own,
  address,
  go,
  organization,
  back,
  poll,
  minRespondents,
}: Pick<PosterPageProps, 'address' | 'go' | 'organization' | 'back'> & {
  readonly own: OrganizationWording;
  readonly poll: OrganizationPoll;
  readonly minRespondents: number;
}) => {
  const heading = useFocusedHeading();
  return (
    <div class="organization">
      <div class="only-screen">
        <h1 ref={heading} tabIndex={-1}>
          {own.poster.title}
        </h1>
        <p>{own.poster.note}</p>
        {poll.state === 'draft' && <p>{own.poster.draft}</p>}
        <p class="actions">
          <button type="button" class="strong" onClick={() => print()}>
            {own.print}
          </button>
          <InnerLink go={go} href={back}>
            {own.back}
          </InnerLink>
        </p>
      </div>
      <Poster {...{ origin: address.origin, organization, poll, minRespondents }} />
    </div>
  );
};
