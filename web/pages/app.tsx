import { useEffect } from 'preact/hooks';
import { chooseLanguage } from './choose-language.ts';
import { MessagePage } from './message-page.tsx';
import { ResultsPage } from './results/results-page.tsx';
import { routeOf } from './route.ts';
import { SiteHeader } from './site-header.tsx';
import { useAddress } from './use-address.ts';
import { useSession } from './use-session.ts';

/** The site: what the address asks for, in the reader's language. */
export const App = () => {
  const [address, go] = useAddress();
  const session = useSession(address, go);
  const words = chooseLanguage(address.searchParams.get('lang'), navigator.languages);
  const route = routeOf(address.pathname);
  useEffect(() => {
    document.documentElement.lang = words.report.language;
  }, [words]);

  const { access, signIn } = session;
  const page = () => {
    if (access.kind === 'unknown') return <MessagePage words={words} message={null} />;
    if (access.kind === 'failed') {
      const action = { label: words.signIn, act: signIn };
      return <MessagePage words={words} message={words.signInFailed} action={action} />;
    }
    const { token } = access;
    if (route.kind === 'results') {
      return <ResultsPage {...{ words, address, go, token, signIn }} poll={route.poll} />;
    }
    const message = route.kind === 'start' ? words.start : words.unknownPage;
    return <MessagePage words={words} message={message} />;
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
    </>
  );
};
