import { useEffect, useRef } from 'preact/hooks';
import type { CallRefusal } from '../api/call-api.ts';
import type { AdminContext } from './context.ts';
import { needsSignIn, refusalMessage } from './refusal-message.ts';

/** Why something was not done, where it was tried; takes the focus. */
export const Refused = ({
  context: { text, words, signIn },
  refusal,
  beforeSignIn,
}: {
  readonly context: AdminContext;
  readonly refusal: CallRefusal | null;
  /** Keeps what was typed, since signing in leaves the page. */
  readonly beforeSignIn?: () => void;
}) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, [refusal]);
  if (refusal === null) return null;
  const { title, text: advice } = refusalMessage(refusal, text);
  return (
    <div class="errors" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <p>
        {advice} {beforeSignIn && needsSignIn(refusal) && text.refusals.kept}
      </p>
      {needsSignIn(refusal) && (
        <button
          type="button"
          onClick={() => {
            beforeSignIn?.();
            signIn();
          }}
        >
          {words.signIn}
        </button>
      )}
    </div>
  );
};
