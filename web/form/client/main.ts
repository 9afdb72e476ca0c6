import { createActions } from './actions.ts';
import { element } from './elements.ts';
import { listen } from './listen.ts';
import { createOwnResponse, type OwnResponse } from './own-response.ts';
import { createPhone, type Phone } from './phone.ts';
import type { Reader } from './read-aloud.ts';
import { fragmentOf } from './receipt.ts';
import { openStore } from './store.ts';
import { switchLanguage } from './switch-language.ts';
import { createView, type View } from './view.ts';

/** Reading aloud comes with a request of its own, once everything else is there. */
const loadReader = async (): Promise<Reader | undefined> => {
  const address = '/p/aloud.js';
  try {
    return (await import(address)).createReader();
  } catch {
    return undefined;
  }
};

/** A private link was opened: its receipt leaves the address bar, where it would be shared. */
const readFragment = async (own: OwnResponse, view: View): Promise<boolean> => {
  const { receipt, isOdd } = fragmentOf(location.hash);
  if (!receipt && !isOdd) return false;
  history.replaceState(null, '', location.pathname + location.search);
  if (receipt) await own.fetch(receipt);
  else view.show({ panel: 'unknown-response' });
  return true;
};

const recall = async (phone: Phone, view: View): Promise<void> => {
  await phone.recallDraft();
  view.show({ note: (await phone.keptReceipt()) ? 'here' : undefined });
};

const languages = (): readonly string[] => [
  document.documentElement.lang,
  ...[...document.querySelectorAll<HTMLButtonElement>('[name=_lang]')].map(({ value }) => value),
];

const start = async (): Promise<void> => {
  const store = await openStore();
  const view = createView(store.lasting);
  const own = createOwnResponse({ store, view });
  const phone = createPhone(store, own);
  const actions = createActions({ own, phone, view });
  let reader: Reader | undefined;

  listen(phone, {
    _do: (button) => actions[button.value]?.(button),
    _lang: async ({ value }) => {
      await switchLanguage(value);
      view.draw();
      reader?.restart();
    },
    _aloud: () => reader?.toggle(),
  });
  addEventListener('online', own.retry);
  addEventListener('hashchange', () => readFragment(own, view));
  document.addEventListener('visibilitychange', () => document.hidden || void own.retry());
  addEventListener('beforeunload', (event) => {
    if (own.isPending() && !store.lasting) event.preventDefault();
  });

  view.draw();
  if (!(await readFragment(own, view))) await recall(phone, view);
  await own.tellWaiting();
  document.documentElement.classList.remove('back');
  await own.retry();
  reader = await loadReader();
  if (store.lasting) await phone.keepPages(languages());
};

// Not on browsers that lack what it needs: there the form works as it does without scripts.
if (element('f') && document.documentElement.classList.contains('js')) void start();
