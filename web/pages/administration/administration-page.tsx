import './administration.css';
import '../controls/controls.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CallApi } from '../api/call-api.ts';
import { MessagePage } from '../message-page.tsx';
import type { Go, Hold } from '../use-address.ts';
import type { PagesWording } from '../wording/wording.ts';
import { AuditPage } from './audit/audit-page.tsx';
import type { AdminContext } from './context.ts';
import { DefinitionPage } from './definition/definition-page.tsx';
import { ExclusionsPage } from './exclusions/exclusions-page.tsx';
import { ImportPage } from './organizations/import-page.tsx';
import { OrganizationPage } from './organizations/organization-page.tsx';
import { OrganizationsPage } from './organizations/organizations-page.tsx';
import { ParticipationPage } from './participation/participation-page.tsx';
import { type Place, placeOf } from './place.ts';
import { NewPollPage } from './poll/new-poll-page.tsx';
import { PollPage } from './poll/poll-page.tsx';
import { PollsPage } from './poll/polls-page.tsx';
import { ReleasePage } from './release/release-page.tsx';
import { administrationWording } from './wording/wordings.ts';

const PAGES = {
  overview: PollPage,
  definition: DefinitionPage,
  organizations: OrganizationsPage,
  participation: ParticipationPage,
  release: ReleasePage,
  audit: AuditPage,
} as const;

const NOTHING_TOLD = { text: '', path: '' };

const PageAt = ({ context, place }: { readonly context: AdminContext; readonly place: Place }) => {
  if (place.kind === 'polls') return <PollsPage {...{ context }} />;
  if (place.kind === 'newPoll') return <NewPollPage {...{ context }} />;
  if (place.kind === 'unknown') {
    return <MessagePage words={context.words} message={context.words.unknownPage} />;
  }
  const { poll } = place;
  if (place.kind === 'poll') {
    const Page = PAGES[place.page];
    return <Page {...{ context, poll }} />;
  }
  if (place.kind === 'import') return <ImportPage {...{ context, poll }} />;
  if (place.kind === 'newOrganization') {
    return <OrganizationPage {...{ context, poll }} organization={null} />;
  }
  if (place.kind === 'organization') {
    return <OrganizationPage {...{ context, poll }} organization={place.organization} />;
  }
  return <ExclusionsPage {...{ context, poll }} organization={place.organization} />;
};

/** Puts a reader who went to another page at its beginning, as a browser does with a new page. */
const useFocusAtArrival = (path: string): void => {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    document.getElementById('main')?.focus();
  }, [path]);
};

/** What an administrator sees. */
export const AdministrationPage = ({
  words,
  address,
  go,
  hold,
  call,
  signIn,
  place,
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly hold: Hold;
  readonly call: CallApi;
  readonly signIn: () => void;
  /** What follows `/admin` in the address. */
  readonly place: string;
}) => {
  const { language } = words.report;
  const text = administrationWording(language);
  const [told, setTold] = useState(NOTHING_TOLD);
  const where = placeOf(place, address.searchParams);
  const path = JSON.stringify(where);
  useFocusAtArrival(path);
  useEffect(() => () => hold(null), [path]);
  const pathname = address.pathname;
  const context: AdminContext = {
    ...{ words, text, language, address, call, signIn },
    go: (target, how) => {
      const { pathname: next } = new URL(target, address);
      setTold((before) => (before.path === next ? before : NOTHING_TOLD));
      go(target, how);
    },
    tell: (said, target = pathname) =>
      setTold({ text: said, path: new URL(target, address).pathname }),
    setUnsaved: (isUnsaved) => hold(isUnsaved ? text.unsaved : null),
  };
  return (
    <div class="administration">
      <p role="status" class="told">
        {told.path === pathname && told.text}
      </p>
      <PageAt key={path} {...{ context }} place={where} />
    </div>
  );
};
