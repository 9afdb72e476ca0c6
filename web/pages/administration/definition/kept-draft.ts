import type { Draft } from './draft.ts';

const NAME = 'groundswell.draft';

/** What was typed, of which poll, and whether that was still to be made. */
type Kept = { readonly poll: string; readonly isNew: boolean; readonly draft: Draft };

const kept = (): Kept | null => {
  const text = sessionStorage.getItem(NAME);
  return text === null ? null : JSON.parse(text);
};

/** Keeps what was typed in this tab while somebody signs in again. */
export const keepDraft = (what: Kept): void => {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(what));
  } catch {
    // Without storage what was typed is lost, as it would have been anyway.
  }
};

/** The poll to be made of which something is kept. */
export const keptNewPoll = (): string | null => {
  const found = kept();
  return found?.isNew ? found.poll : null;
};

/** What was kept of a poll, once. */
export const takeDraft = (poll: string): Draft | null => {
  const found = kept();
  if (found?.poll !== poll) return null;
  sessionStorage.removeItem(NAME);
  return found.draft;
};
