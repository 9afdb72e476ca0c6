import { InnerLink } from './inner-link.tsx';
import { PlaceLinks } from './place-links.tsx';
import type { Go } from './use-address.ts';
import type { SignIn } from './use-session.ts';
import { withParameters } from './with-parameters.ts';
import type { PagesWording } from './wording/wording.ts';
import { pagesWordings } from './wording/wordings.ts';

/** What stands above every page: its languages, and signing out. */
export const SiteHeader = ({
  words,
  address,
  go,
  session: { access, signOut },
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly session: SignIn;
}) => (
  <header class="site">
    <span class="brand">Groundswell</span>
    <nav aria-label={words.languages}>
      {pagesWordings.map(({ report: { language }, name }) => (
        <InnerLink
          key={language}
          go={go}
          href={withParameters(address, { lang: language })}
          lang={language}
          current={language === words.report.language}
        >
          {name}
        </InnerLink>
      ))}
    </nav>
    {access.kind === 'known' && access.places.length > 0 && (
      <PlaceLinks {...{ words, address, go }} places={access.places} />
    )}
    {access.kind === 'known' && access.token !== null && (
      <button type="button" onClick={signOut}>
        {words.signOut}
      </button>
    )}
  </header>
);
