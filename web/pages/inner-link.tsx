import type { ComponentChildren } from 'preact';
import type { Go } from './use-address.ts';

/** A link within the site that does not load it anew, unless it is to open elsewhere. */
export const InnerLink = ({
  go,
  href,
  lang,
  current = false,
  children,
}: {
  readonly go: Go;
  readonly href: string;
  readonly lang?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}) => {
  const follow = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a
      class="tap"
      href={href}
      onClick={follow}
      {...(lang && { lang })}
      {...(current && { 'aria-current': 'true' })}
    >
      {children}
    </a>
  );
};
