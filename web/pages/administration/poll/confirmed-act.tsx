import { useState } from 'preact/hooks';
import type { Called } from '../../api/call-api.ts';
import { Confirmation } from '../../controls/confirmation.tsx';
import type { AdminContext } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useAct } from '../use-act.ts';
import type { Question } from '../wording/wording.ts';

/** A button for what cannot be undone: says what that means, asks, and only then does it. */
export const ConfirmedAct = <Value,>({
  context,
  button,
  strong = false,
  disabled = false,
  question,
  points,
  act,
  onDone,
}: {
  readonly context: AdminContext;
  readonly button: string;
  readonly strong?: boolean;
  /** There is nothing to do yet. */
  readonly disabled?: boolean;
  readonly question: Question;
  readonly points: readonly string[];
  readonly act: () => Promise<Called<Value>>;
  readonly onDone: (value: Value) => void;
}) => {
  const { text } = context;
  const [asking, setAsking] = useState(false);
  const { run, busy, refusal } = useAct();
  const confirm = async (): Promise<void> => {
    const done = await run(act);
    setAsking(false);
    if (done) onDone(done.value);
  };
  return (
    <>
      <Refused {...{ context, refusal }} />
      <p class="buttons">
        <button
          type="button"
          {...(strong && { class: 'strong' })}
          disabled={disabled}
          onClick={() => setAsking(true)}
        >
          {button}
        </button>
      </p>
      {asking && (
        <Confirmation
          title={question.title}
          confirm={busy ? text.working : question.confirm}
          cancel={text.cancel}
          busy={busy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <ul>
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Confirmation>
      )}
    </>
  );
};
