import { useMemo, useState } from 'preact/hooks';
import type { PollView } from '../../../../schemas/poll.ts';
import { ErrorSummary } from '../../controls/error-summary.tsx';
import { saveAs } from '../../downloads/save-as.ts';
import type { AdminContext } from '../context.ts';
import { fieldId } from '../field-id.ts';
import { adminHref } from '../place.ts';
import { placeFaults } from '../place-faults.ts';
import { Refused } from '../refused.tsx';
import { useAct } from '../use-act.ts';
import { DefinitionFields } from './definition-fields.tsx';
import { type Draft, definitionOf, requestOf } from './draft.ts';
import { keepDraft, takeDraft } from './kept-draft.ts';
import { targetsOf } from './targets.ts';

/** Lets the browser save a draft's definition as a file. */
export const downloadDefinition = (poll: string, draft: Draft): void => {
  const json = `${JSON.stringify(definitionOf(draft), null, 2)}\n`;
  saveAs(`${poll}.json`, new TextEncoder().encode(json));
};

/** Where a draft is typed over and saved; what the API refuses stands beside its control. */
export const DraftEditor = ({
  context,
  poll,
  initial,
  isNew = false,
}: {
  readonly context: AdminContext;
  readonly poll: string;
  readonly initial: Draft;
  /** The poll is still to be made. */
  readonly isNew?: boolean;
}) => {
  const { text, address, call, go, tell, setUnsaved } = context;
  const [draft, setDraft] = useState<Draft>(() => takeDraft(poll) ?? initial);
  const save = useAct();
  const { refusal } = save;
  const faults = useMemo(
    () => placeFaults(refusal?.problem?.errors ?? [], targetsOf(draft, text)),
    // What was refused was the draft as it was sent: it is judged again when it is sent again.
    [refusal, text],
  );
  const errors = new Map(
    faults.flatMap((fault) => (fault.kind === 'placed' ? [[fault.pointer, fault.error]] : [])),
  );
  const summary = useMemo(
    () =>
      faults.map((fault) =>
        fault.kind === 'placed'
          ? { target: fieldId(fault.pointer), text: `${fault.label}: ${fault.error}` }
          : { target: null, text: `${text.expected} ${fault.expected} ${fault.pointer}` },
      ),
    [faults, text],
  );
  const change = (changed: Draft): void => {
    setDraft(changed);
    setUnsaved(true);
  };
  const keep = (): void => {
    keepDraft({ poll, isNew, draft });
    setUnsaved(false);
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const path = `/v1/polls/${poll}`;
    const json = requestOf(draft);
    const done = await save.run(() => call<PollView>('PUT', path, { json }));
    if (!done) return;
    setUnsaved(false);
    const target = adminHref(address, poll);
    tell(text.saved, target);
    go(target);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {summary.length > 0 ? (
        <ErrorSummary title={text.errorTitle} errors={summary} />
      ) : (
        <Refused {...{ context, refusal }} beforeSignIn={keep} />
      )}
      <DefinitionFields {...{ text, draft, errors }} onChange={change} />
      <p class="buttons sticky">
        <button type="submit" class="strong" disabled={save.busy}>
          {save.busy ? text.working : text.save}
        </button>
        <button type="button" onClick={() => downloadDefinition(poll, draft)}>
          {text.definition.download}
        </button>
      </p>
    </form>
  );
};
