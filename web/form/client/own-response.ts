import { flush, isFinal, QUEUE, type Store } from '../sending/flush.ts';
import { type Entry, type Outcome, sendEntry } from '../sending/send-entry.ts';
import { linkOf, place, responses } from './addresses.ts';
import { type Answers, chooseAnswers } from './answers.ts';
import { element } from './elements.ts';
import { showErrors } from './errors.ts';
import { newReceipt, responseIdOf } from './receipt.ts';
import type { View } from './view.ts';

const RETRY_LEAST_MS = 5000;
const RETRY_SPREAD_MS = 25_000;

type Deps = { readonly store: Store & { readonly lasting: boolean }; readonly view: View };

/** Background Sync, which the types of browsers do not know. */
type Syncing = { readonly sync?: { readonly register: (tag: string) => Promise<void> } };

const bodyOf = (revision: number, answers: Answers): string =>
  JSON.stringify({ revision, channel: 'web', answers });

/** What the API's codes are shown as; those that it has not got mean that it did not work. */
const templateOf = (code: string, otherwise: string): string => (element(code) ? code : otherwise);

/** Asks Chromium to send what waits even if this page is closed; others have no such thing. */
const askForSync = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (registration as Syncing | undefined)?.sync?.register('send').catch(() => {});
};

/** The response at hand: sent, changed, fetched and taken back, with what waits to be sent. */
export const createOwnResponse = ({ store, view }: Deps) => {
  let receipt = '';
  /** The revision that the next sending makes. */
  let revision = 0;
  /** What of the response at hand is not yet known to have arrived. */
  let pending: Entry | undefined;
  let timer = 0;

  const later = (outcome: Outcome): void => {
    void askForSync();
    view.waitFor(outcome.kind);
    clearTimeout(timer);
    const leastMs = outcome.kind === 'busy' ? outcome.afterSeconds * 1000 : 0;
    const delay = Math.max(leastMs, RETRY_LEAST_MS) + Math.random() * RETRY_SPREAD_MS;
    timer = setTimeout(retry, delay);
  };

  const ask = ({ url, receipt }: Pick<Entry, 'url' | 'receipt'>): Promise<Response> =>
    fetch(url, { headers: { receipt }, cache: 'no-store', credentials: 'omit' });

  /** Whether the service has an entry just as it is. */
  const hasArrived = async (entry: Entry): Promise<boolean> => {
    try {
      const found = await (await ask(entry)).json();
      if (entry.method === 'DELETE') return found.code === 'withdrawn';
      return bodyOf(found.revision, found.answers) === entry.body;
    } catch {
      return false;
    }
  };

  /**
   * Sends all that waits. Where the entry at hand is gone, another page or the worker sent it or
   * was refused: the service knows which, and what it has not got is sent again.
   */
  const outcomeOf = async (entry: Entry): Promise<Outcome> =>
    (await flush(store)).get(QUEUE + (await responseIdOf(entry.receipt))) ??
    ((await hasArrived(entry)) ? { kind: 'sent' } : sendEntry(entry));

  const panelOf = (outcome: Outcome, method: Entry['method']): string => {
    if (outcome.kind === 'refused') return templateOf(outcome.code, 'other');
    if (outcome.kind === 'sent') return method === 'PUT' ? 'sent' : 'taken-back';
    if (method === 'DELETE') return 'waiting-withdraw';
    return store.lasting ? 'waiting' : 'unkept';
  };

  const afterSending = async (method: Entry['method']): Promise<void> => {
    await store.drop(`draft/${place}`);
    if (method === 'DELETE') await store.drop(`kept/${place}`);
  };

  const settle = async (entry: Entry, wasShown: boolean): Promise<void> => {
    const { method } = entry;
    const outcome = await outcomeOf(entry);
    // Whoever let go of it meanwhile has made room for the next person.
    if (pending !== entry) return flushOld();
    if (isFinal(outcome)) pending = undefined;
    else later(outcome);
    if (outcome.kind === 'sent') await afterSending(method);
    if (!wasShown) return;
    if (outcome.kind === 'refused' && outcome.code.startsWith('invitation')) {
      view.show({});
      showErrors(['invitationRefused']);
    } else view.show({ panel: panelOf(outcome, method) });
  };

  const submit = async (entry: Pick<Entry, 'method' | 'body' | 'invitation'>): Promise<void> => {
    view.show({ panel: 'sending' });
    const id = await responseIdOf(receipt);
    pending = { ...entry, url: responses + id, receipt };
    await store.set(QUEUE + id, pending);
    await settle(pending, true);
  };

  const fetchAgain = async (): Promise<void> => {
    view.show({ panel: 'fetching' });
    try {
      const answer = await ask({ url: responses + (await responseIdOf(receipt)), receipt });
      const found = await answer.json();
      if (!answer.ok) return view.show({ panel: templateOf(found.code, 'unfetched') });
      revision = found.revision + 1;
      chooseAnswers(found.answers);
      view.show({ note: 'changing' });
    } catch {
      view.show({ panel: 'unfetched' });
    }
  };

  /** Sends what waits from before, and tells so without showing whose it is. */
  const flushOld = async (): Promise<void> => {
    const outcomes = [...(await flush(store)).values()];
    const waiting = outcomes.find((outcome) => !isFinal(outcome));
    const refused = outcomes.find(({ kind }) => kind === 'refused');
    const shown = view.shown();
    let { note } = shown;
    if (outcomes.length > 0 || note === 'queued') note = 'flushed';
    if (refused) note = panelOf(refused, 'PUT');
    if (waiting) {
      later(waiting);
      note = 'queued';
    }
    if (note !== shown.note) view.show({ ...shown, note });
  };

  /** Whether anything is not sent yet, whoever's it is. */
  const isWaiting = async (): Promise<boolean> => (await store.names(QUEUE)).length > 0;

  const retry = async (): Promise<void> => {
    clearTimeout(timer);
    const { panel } = view.shown();
    if (panel === 'unfetched' || panel === 'superseded') await fetchAgain();
    else if (pending) await settle(pending, panel !== undefined);
    else await flushOld();
  };

  return {
    retry,
    isWaiting,
    /** Says at once that something waits from before; what becomes of it takes its time. */
    tellWaiting: async (): Promise<void> => {
      if (await isWaiting()) view.show({ ...view.shown(), note: 'queued' });
    },
    /** The receipt at hand and the revision that comes next, for a draft. */
    state: () => ({ receipt, revision }),
    resume: (state: { readonly receipt: string; readonly revision: number }): void => {
      ({ receipt, revision } = state);
    },
    isPending: () => pending !== undefined,
    fetch: (opened: string): Promise<void> => {
      receipt = opened;
      return fetchAgain();
    },
    send: async (answers: Answers, invitation: string | undefined): Promise<void> => {
      receipt ||= newReceipt();
      view.setLink(linkOf(receipt));
      const body = bodyOf(revision++, answers);
      await submit({ method: 'PUT', body, ...(invitation && { invitation }) });
    },
    withdraw: (): Promise<void> => submit({ method: 'DELETE' }),
    /** Lets go of the response; what waits of it is still sent. */
    leave: (): void => {
      receipt = '';
      revision = 0;
      pending = undefined;
    },
  };
};
export type OwnResponse = ReturnType<typeof createOwnResponse>;
