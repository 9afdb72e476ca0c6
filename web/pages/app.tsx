import { useEffect, useMemo } from 'preact/hooks';
import { callApiAs } from './api/call-api.ts';
import { chooseLanguage } from './choose-language.ts';
import { Confirmation } from './controls/confirmation.tsx';
import { deferred } from './deferred.tsx';
import { MessagePage } from './message-page.tsx';
import { ResultsPage } from './results/results-page.tsx';
import { routeOf } from './route.ts';
import { SiteHeader } from './site-header.tsx';
import { useAddress } from './use-address.ts';
import { useSession } from './use-session.ts';

const OrganizationPage = deferred(() =>
  import('./organization/organization-page.tsx').then((module) => module.OrganizationPage),
);
const AdministrationPage = deferred(() =>
  import('./administration/administration-page.tsx').then((module) => module.AdministrationPage),
);

/** The site: what the address asks for, in the reader's language. */
export const App = () => {
  const { address, go, hold, leaving } = useAddress();
  const session = useSession(address, go);
  const words = chooseLanguage(address.searchParams.get('lang'), navigator.languages);
  const route = routeOf(address.pathname);
  useEffect(() => {
    document.documentElement.lang = words.report.language;
  }, [words]);

  const { access, signIn } = session;
  const token = access.kind === 'known' ? access.token : null;
  const call = useMemo(() => (token === null ? null : callApiAs(token)), [token]);
  const page = () => {
    if (access.kind === 'unknown') return <MessagePage words={words} message={null} />;
    if (access.kind === 'failed') {
      const action = { label: words.signIn, act: signIn };
      return <MessagePage words={words} message={words.signInFailed} action={action} />;
    }
    if (route.kind === 'results') {
      return <ResultsPage {...{ words, address, go, token, signIn }} poll={route.poll} />;
    }
    if (route.kind === 'start') {
      const action = token === null && { action: { label: words.signIn, act: signIn } };
      return <MessagePage words={words} message={words.start} {...action} />;
    }
    if (route.kind === 'unknown') return <MessagePage words={words} message={words.unknownPage} />;
    if (call === null) {
      const action = { label: words.signIn, act: signIn };
      return <MessagePage words={words} message={words.signInToGoOn} action={action} />;
    }
    return route.kind === 'organization' ? (
      <OrganizationPage
        key={route.organization}
        {...{ words, address, go, hold, call, signIn }}
        organization={route.organization}
      />
    ) : (
      <AdministrationPage {...{ words, address, go, hold, call, signIn }} place={route.place} />
    );
  };
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <SiteHeader {...{ words, address, go, session }} />
      <main id="main" tabIndex={-1}>
        {page()}
      </main>
      {leaving && (
        <Confirmation
          title={leaving.question.title}
          confirm={leaving.question.leave}
          cancel={leaving.question.stay}
          busy={false}
          onConfirm={leaving.leave}
          onCancel={leaving.stay}
        >
          <p>{leaving.question.text}</p>
        </Confirmation>
      )}
    </>
  );
};
