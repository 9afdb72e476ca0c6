import { useEffect } from 'preact/hooks';
import type { Message, PagesWording } from './wording/wording.ts';

/** What can be done about it. */
export type Action = { readonly label: string; readonly act: () => void };

/** A page that says one thing; that it is loading where there is no message. */
export const MessagePage = ({
  words,
  message,
  action,
}: {
  readonly words: PagesWording;
  readonly message: Message | null;
  readonly action?: Action;
}) => {
  const title = message?.title ?? 'Groundswell';
  useEffect(() => {
    document.title = title === 'Groundswell' ? title : `${title} · Groundswell`;
  }, [title]);
  return (
    <div class="message" role="status">
      <h1>{title}</h1>
      <p>{message?.text ?? words.loading}</p>
      {action && (
        <button type="button" class="strong" onClick={action.act}>
          {action.label}
        </button>
      )}
    </div>
  );
};
