import type { Store } from '../sending/flush.ts';
import { formAddress, place } from './addresses.ts';
import { type Answers, chooseAnswers, chosenAnswers } from './answers.ts';
import { draftBox } from './elements.ts';
import type { OwnResponse } from './own-response.ts';
import { CACHE } from './store.ts';

type Draft = { readonly answers: Answers; readonly receipt: string; readonly revision: number };

/** What the person allows to lie on the device: a draft, the receipt; and to forget all of it. */
export const createPhone = (store: Store & { readonly lasting: boolean }, own: OwnResponse) => ({
  /** Keeps the answers as they are, where the person chose so. */
  saveDraft: async (): Promise<void> => {
    if (!draftBox().checked) return;
    const draft: Draft = { answers: chosenAnswers(), ...own.state() };
    await store.set(`draft/${place}`, draft);
  },

  dropDraft: () => store.drop(`draft/${place}`),

  recallDraft: async (): Promise<void> => {
    const draft = (await store.get(`draft/${place}`)) as Draft | undefined;
    if (!draft) return;
    own.resume(draft);
    draftBox().checked = true;
    chooseAnswers(draft.answers);
  },

  keepReceipt: (): Promise<void> => store.set(`kept/${place}`, own.state().receipt),
  keptReceipt: async (): Promise<string> => String((await store.get(`kept/${place}`)) ?? ''),

  /**
   * Deletes everything of every form on this device, and the worker. One by one first: whoever has
   * the cache open could go on reading it, and sending what waits in it.
   */
  forget: async (): Promise<void> => {
    await Promise.all((await store.names('')).map(store.drop));
    if (!store.lasting) return;
    await caches.delete(CACHE);
    await (await navigator.serviceWorker?.getRegistration())?.unregister();
  },

  /** Makes the form open without a network from now on, in each of its languages. */
  keepPages: async (languages: readonly string[]): Promise<void> => {
    await navigator.serviceWorker.register('/p/worker.js', { scope: '/p/' });
    const pages = [formAddress(), ...languages.map(formAddress), '/p/qr.js', '/p/aloud.js'];
    await (await caches.open(CACHE)).addAll([...new Set(pages)]);
  },
});
export type Phone = ReturnType<typeof createPhone>;
