import { flush, isFinal, QUEUE, type Store } from '../sending/flush.ts';
import type { Entry, Outcome } from '../sending/send-entry.ts';
import { linkOf, place, responses } from './addresses.ts';
import { type Answers, chooseAnswers } from './answers.ts';
import { element } from './elements.ts';
import { showErrors } from './errors.ts';
import { newReceipt, responseIdOf } from './receipt.ts';
import type { View } from './view.ts';

const RETRY_LEAST_MS = 5000;
const RETRY_SPREAD_MS = 25_000;

type Deps = { readonly store: Store & { readonly lasting: boolean }; readonly view: View };

/** What the API's codes are shown as; those that it has not got mean that it did not work. */
const templateOf = (code: string, otherwise: string): string => (element(code) ? code : otherwise);

/** Asks Chromium to send what waits even if this page is closed; others have no such thing. */
const askForSync = async (): Promise<void> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  const { sync } = (registration ?? {}) as { sync?: { register: (tag: string) => Promise<void> } };
  await sync?.register('send').catch(() => undefined);
};

/** The response at hand: sent, changed, fetched and taken back, with what waits to be sent. */
export const createOwnResponse = ({ store, view }: Deps) => {
  let receipt = '';
  /** The revision that the next sending makes. */
  let revision = 0;
  /** What of the response at hand is not yet known to have arrived. */
  let pending: Entry['method'] | undefined;
  let timer = 0;

  const later = (outcome: Outcome): void => {
    void askForSync();
    view.waitFor(outcome.kind);
    clearTimeout(timer);
    const leastMs = outcome.kind === 'busy' ? outcome.afterSeconds * 1000 : 0;
    const delay = Math.max(leastMs, RETRY_LEAST_MS) + Math.random() * RETRY_SPREAD_MS;
    timer = setTimeout(retry, delay);
  };

  /** Sends all that waits; of the response at hand, what is gone was sent by the worker. */
  const ownOutcome = async (): Promise<Outcome> => {
    const outcomes = await flush(store);
    return outcomes.get(QUEUE + (await responseIdOf(receipt))) ?? { kind: 'sent' };
  };

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

  const settle = async (method: Entry['method'], wasShown: boolean): Promise<void> => {
    const outcome = await ownOutcome();
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
    pending = entry.method;
    view.show({ panel: 'sending' });
    const id = await responseIdOf(receipt);
    await store.set(QUEUE + id, { ...entry, url: responses + id, receipt });
    await settle(entry.method, true);
  };

  const fetchAgain = async (): Promise<void> => {
    view.show({ panel: 'fetching' });
    try {
      const answer = await fetch(responses + (await responseIdOf(receipt)), {
        headers: { receipt },
        cache: 'no-store',
        credentials: 'omit',
      });
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
    const { note, panel } = view.shown();
    if (waiting) later(waiting);
    if (waiting) view.show({ panel, note: 'queued' });
    else if (refused) view.show({ panel, note: panelOf(refused, 'PUT') });
    else if (outcomes.length > 0 || note === 'queued') view.show({ panel, note: 'flushed' });
  };

  const retry = async (): Promise<void> => {
    clearTimeout(timer);
    const { panel } = view.shown();
    if (panel === 'unfetched' || panel === 'superseded') await fetchAgain();
    else if (pending) await settle(pending, panel !== undefined);
    else await flushOld();
  };

  return {
    retry,
    /** Says at once that something waits from before; what becomes of it takes its time. */
    tellWaiting: async (): Promise<void> => {
      if ((await store.names(QUEUE)).length > 0) view.show({ ...view.shown(), note: 'queued' });
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
      const body = JSON.stringify({ revision, channel: 'web', answers });
      revision += 1;
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
