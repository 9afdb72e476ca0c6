import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { InnerLink } from '../inner-link.tsx';
import { MessagePage } from '../message-page.tsx';
import type { AdminContext } from './context.ts';
import { adminHref, type PollPage } from './place.ts';
import { isForbidden, needsSignIn, refusalMessage } from './refusal-message.ts';
import type { Loaded, Reload } from './use-loaded.ts';

const PAGES = ['overview', 'organizations', 'participation', 'release', 'audit'] as const;

/** Where a page stands: the poll that it is about, and which of its pages it belongs to. */
type Whereabouts = { readonly poll?: string | undefined; readonly page?: PollPage | undefined };

const pathOf = (poll: string, page: PollPage): string =>
  page === 'overview' ? poll : `${poll}/${page}`;

const PollLinks = ({
  context: { address, go, text },
  poll,
  page,
}: Whereabouts & { readonly context: AdminContext; readonly poll: string }) => (
  <>
    <nav class="trail" aria-label={text.polls}>
      <InnerLink go={go} href={adminHref(address, '')}>
        {text.allPolls}
      </InnerLink>
      <span>{poll}</span>
    </nav>
    <nav class="places" aria-label={text.pagesOfPoll}>
      {PAGES.map((one) => (
        <InnerLink
          key={one}
          go={go}
          href={adminHref(address, pathOf(poll, one))}
          current={one === (page === 'definition' ? 'overview' : page)}
        >
          {text.sections[one]}
        </InnerLink>
      ))}
    </nav>
  </>
);

/** A page of the administrator: where it stands, its heading, and what it holds. */
export const AdminPage = ({
  context,
  poll,
  page,
  title,
  children,
}: Whereabouts & {
  readonly context: AdminContext;
  readonly title: string;
  readonly children: ComponentChildren;
}) => {
  useEffect(() => {
    document.title = [title, poll, 'Groundswell'].filter(Boolean).join(' · ');
  }, [title, poll]);
  return (
    <>
      {poll !== undefined && <PollLinks {...{ context, poll, page }} />}
      <h1>{title}</h1>
      {children}
    </>
  );
};

/** A page that shows what was asked for once it is there, or why it is not. */
export const LoadedPage = <Value,>({
  loaded,
  reload,
  children,
  ...page
}: Whereabouts & {
  readonly context: AdminContext;
  readonly title: string;
  readonly loaded: Loaded<Value>;
  readonly reload: Reload;
  readonly children: (value: Value) => ComponentChildren;
}) => {
  const { words, text, signIn } = page.context;
  if (loaded.kind === 'refused') {
    const { refusal } = loaded;
    const again = needsSignIn(refusal)
      ? { label: words.signIn, act: signIn }
      : { label: words.again, act: () => void reload() };
    const message = refusalMessage(refusal, text);
    return (
      <MessagePage
        words={words}
        message={message}
        {...(!isForbidden(refusal) && { action: again })}
      />
    );
  }
  return (
    <AdminPage {...page}>
      {loaded.kind === 'loading' ? <p role="status">{text.loading}</p> : children(loaded.value)}
    </AdminPage>
  );
};
