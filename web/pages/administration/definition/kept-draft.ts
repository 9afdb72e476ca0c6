import type { Draft } from './draft.ts';

const nameOf = (poll: string): string => `groundswell.draft:${poll}`;

/** Keeps what was typed in this tab while somebody signs in again. */
export const keepDraft = (poll: string, draft: Draft): void => {
  try {
    sessionStorage.setItem(nameOf(poll), JSON.stringify(draft));
  } catch {
    // Without storage what was typed is lost, as it would have been anyway.
  }
};

/** What was kept of a poll, once. */
export const takeDraft = (poll: string): Draft | null => {
  const kept = sessionStorage.getItem(nameOf(poll));
  sessionStorage.removeItem(nameOf(poll));
  return kept === null ? null : JSON.parse(kept);
};
