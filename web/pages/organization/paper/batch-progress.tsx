import { useEffect, useState } from 'preact/hooks';
import type { CallApi, Called } from '../../api/call-api.ts';
import { saveAs } from '../../downloads/save-as.ts';
import { RefusedNote, type Refusing } from '../refused.tsx';
import { type ImportProgress, progressOf, type RejectedRow } from './imports.ts';
import { rejectedRowsCsv } from './rejected-rows.ts';

const PAUSE_MS = 2000;

const isOver = (progress: ImportProgress): boolean =>
  progress.state === 'done' || progress.state === 'failed';

/** What becomes of a file that was handed in; asks again until it is read. */
export const BatchProgress = ({
  refusing,
  call,
  poll,
  id,
  onAnother,
}: {
  readonly refusing: Refusing;
  readonly call: CallApi;
  readonly poll: string;
  readonly id: string;
  readonly onAnother: () => void;
}) => {
  const { paper: text } = refusing.own;
  const [called, setCalled] = useState<Called<ImportProgress> | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const answer = await progressOf(call, poll, id);
      if (!isWanted) return;
      setCalled(answer);
      if (answer.kind === 'done' && !isOver(answer.value)) waiting = setTimeout(look, PAUSE_MS);
    };
    look();
    return () => {
      isWanted = false;
      clearTimeout(waiting);
    };
  }, [call, poll, id, attempt]);
  const isEnded = called?.kind === 'refused' || (called?.kind === 'done' && isOver(called.value));
  const save = (rows: readonly RejectedRow[]): void =>
    saveAs(`${poll}-rejected-rows.csv`, new TextEncoder().encode(rejectedRowsCsv(rows)));
  return (
    <>
      <div role="status">
        {called === null && <p>{text.waiting}</p>}
        {called?.kind === 'refused' && (
          <RefusedNote
            {...{ refusing }}
            refusal={called.refusal}
            again={() => setAttempt((count) => count + 1)}
          />
        )}
        {called?.kind === 'done' && <Progress {...{ text, save }} progress={called.value} />}
      </div>
      {isEnded && (
        <button type="button" onClick={onAnother}>
          {text.another}
        </button>
      )}
    </>
  );
};

const Progress = ({
  text,
  save,
  progress,
}: {
  readonly text: Refusing['own']['paper'];
  readonly save: (rows: readonly RejectedRow[]) => void;
  readonly progress: ImportProgress;
}) => {
  if (progress.state === 'waiting') return <p>{text.waiting}</p>;
  if (progress.state === 'failed') {
    return (
      <div class="notice">
        <p>{text.failed}</p>
        <p lang="en">{progress.expected}</p>
      </div>
    );
  }
  const { accepted, rejected } = progress;
  if (progress.state === 'counting') return <p>{text.counting(accepted + rejected)}</p>;
  return (
    <>
      <p class="count">{text.done(accepted, rejected)}</p>
      {rejected > 0 && (
        <>
          <p>{text.rejectedNote}</p>
          <button type="button" onClick={() => save(progress.rejectedRows)}>
            {text.download}
          </button>
        </>
      )}
    </>
  );
};
