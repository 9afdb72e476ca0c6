import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { MessagePage } from './message-page.tsx';
import type { PagesWording } from './wording/wording.ts';

/** A page whose code is fetched when it is first shown, so that others do not wait for it. */
export const deferred = <Props extends { readonly words: PagesWording }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> => {
  type Loaded =
    | { readonly kind: 'loading' | 'failed' }
    | { readonly kind: 'ready'; readonly Page: ComponentType<Props> };
  return (props: Props) => {
    const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
    useEffect(() => {
      load().then(
        (Page) => setLoaded({ kind: 'ready', Page }),
        () => setLoaded({ kind: 'failed' }),
      );
    }, []);
    const { words } = props;
    if (loaded.kind === 'ready') return <loaded.Page {...props} />;
    if (loaded.kind === 'loading') return <MessagePage words={words} message={null} />;
    const again = { label: words.again, act: () => location.reload() };
    return <MessagePage words={words} message={words.failed} action={again} />;
  };
};
