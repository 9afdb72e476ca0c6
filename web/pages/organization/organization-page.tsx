import { useEffect, useRef, useState } from 'preact/hooks';
import type { OrganizationPoll, OrganizationPolls } from '../../../schemas/participation.ts';
import type { CallApi } from '../api/call-api.ts';
import { MessagePage } from '../message-page.tsx';
import type { Go, Hold } from '../use-address.ts';
import { withParameters } from '../with-parameters.ts';
import type { PagesWording } from '../wording/wording.ts';
import { SlipsView } from './invitations/slips-view.tsx';
import '../controls/controls.css';
import './organization.css';
import { PollsView } from './polls-view.tsx';
import { PosterPage } from './poster/poster-page.tsx';
import { RefusedPage, type Refusing } from './refused.tsx';
import { useCalled } from './use-called.ts';
import { organizationWordingIn } from './wording/wordings.ts';

/** Codes that were made just now, and for what. */
type Made = { readonly poll: OrganizationPoll; readonly codes: readonly string[] };

/** What a coordinator sees of one organization; on paper: its posters and slips. */
export const OrganizationPage = ({
  words,
  address,
  go,
  hold,
  call,
  organization,
  signIn,
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly hold: Hold;
  readonly call: CallApi;
  readonly organization: string;
  readonly signIn: () => void;
}) => {
  const own = organizationWordingIn(words.report.language);
  const refusing: Refusing = { words, own, signIn };
  const path = `/v1/organizations/${organization}/polls`;
  const { called, again } = useCalled<OrganizationPolls>(call, path);
  const [made, setMade] = useState<Made | null>(null);
  const wasElsewhere = useRef(false);
  const wanted = address.searchParams.get('poster');
  const place = withParameters(address, { lang: null });
  useEffect(() => setMade(null), [place]);
  if (made || wanted !== null) wasElsewhere.current = true;

  if (called === null) return <MessagePage words={words} message={null} />;
  if (called.kind === 'refused') return <RefusedPage {...{ refusing, again }} {...called} />;
  const { polls } = called.value;
  if (made) {
    return (
      <SlipsView {...{ own, address, hold, organization }} {...made} onDone={() => setMade(null)} />
    );
  }
  if (wanted !== null) {
    const poll = polls.find(({ id, state }) => id === wanted && state !== 'closed');
    const back = withParameters(address, { poster: null });
    return <PosterPage {...{ refusing, address, go, call, organization, back }} poll={poll} />;
  }
  if (polls.length === 0) return <MessagePage words={words} message={own.noPolls} />;
  return (
    <PollsView
      {...{ refusing, address, go, call, organization, polls }}
      isBack={wasElsewhere.current}
      onMade={(poll, codes) => setMade({ poll, codes })}
    />
  );
};
