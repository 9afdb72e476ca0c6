import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Asks before something is done that cannot be undone. While it is open nothing else can be
 * reached; Escape says no; afterwards the focus is where it was.
 */
export const Confirmation = ({
  title,
  confirm,
  cancel,
  busy,
  onConfirm,
  onCancel,
  children,
}: {
  readonly title: string;
  /** What the button says that does it. */
  readonly confirm: string;
  readonly cancel: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** What it means. */
  readonly children: ComponentChildren;
}) => {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    box.current?.showModal();
    return () => {
      if (activeElement instanceof HTMLElement) activeElement.focus();
    };
  }, []);
  const refuse = (event: Event): void => {
    event.preventDefault();
    if (!busy) onCancel();
  };
  return (
    <dialog ref={box} aria-labelledby="confirmation" onCancel={refuse}>
      <h2 id="confirmation" tabIndex={-1} autofocus>
        {title}
      </h2>
      {children}
      <p class="buttons">
        <button type="button" class="strong" disabled={busy} onClick={onConfirm}>
          {confirm}
        </button>
        <button type="button" disabled={busy} onClick={onCancel}>
          {cancel}
        </button>
      </p>
    </dialog>
  );
};
