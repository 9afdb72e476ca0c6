import { useState } from 'preact/hooks';
import shipped from '../../../../polls/calls-to-action.json' with { type: 'json' };
import { LONGEST_POLL_ID, SLUG } from '../../../../schemas/format.ts';
import type { PollView } from '../../../../schemas/poll.ts';
import type { CallRefusal } from '../../api/call-api.ts';
import { ErrorSummary, type SummedError } from '../../controls/error-summary.tsx';
import { FileField } from '../../controls/file-field.tsx';
import { RadioField } from '../../controls/radio-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { AdminPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { draftOf } from '../definition/draft.ts';
import { DraftEditor } from '../definition/editor.tsx';
import { keptNewPoll } from '../definition/kept-draft.ts';
import { scarceRoom } from '../link-length.ts';
import { Refused } from '../refused.tsx';
import { readDefinition } from './read-definition.ts';

const NOT_FOUND = 404;

type Start = 'shipped' | 'own';
type FieldName = 'poll-id' | 'definition';

/** Makes a poll: its id and what to start from, then the draft. */
export const NewPollPage = ({ context }: { readonly context: AdminContext }) => {
  const { text, call, setUnsaved } = context;
  const { create } = text;
  const [id, setId] = useState(() => keptNewPoll() ?? '');
  const [start, setStart] = useState<Start>('shipped');
  const [pasted, setPasted] = useState('');
  const [errors, setErrors] = useState<readonly (SummedError & { readonly target: FieldName })[]>(
    [],
  );
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const [draft, setDraft] = useState(() => (keptNewPoll() === null ? null : draftOf(shipped)));
  const poll = id.trim();

  const room = poll.length <= LONGEST_POLL_ID ? scarceRoom(poll) : null;

  const isTaken = async (): Promise<boolean | null> => {
    const found = await call<PollView>('GET', `/v1/polls/${poll}/settings`);
    if (found.kind === 'done') return true;
    if (found.refusal.status === NOT_FOUND) return false;
    setRefusal(found.refusal);
    return null;
  };
  const goOn = async (event: Event): Promise<void> => {
    event.preventDefault();
    setRefusal(null);
    const read = start === 'shipped' ? draftOf(shipped) : readDefinition(pasted);
    const valid = poll.length <= LONGEST_POLL_ID && SLUG.test(poll);
    const taken = valid ? await isTaken() : false;
    if (taken === null) return;
    const wrong = [
      ...(valid ? [] : [{ target: 'poll-id' as const, text: create.id.error }]),
      ...(taken ? [{ target: 'poll-id' as const, text: create.idTaken }] : []),
      ...(read ? [] : [{ target: 'definition' as const, text: create.paste.error }]),
    ];
    setErrors(wrong);
    if (wrong.length > 0) return;
    setUnsaved(true);
    setDraft(read);
  };
  const errorOf = (target: FieldName): string | undefined =>
    errors.find((error) => error.target === target)?.text;

  if (draft) {
    return (
      <AdminPage {...{ context, poll }} title={text.definition.title} page="definition">
        <DraftEditor {...{ context, poll }} initial={draft} isNew />
      </AdminPage>
    );
  }
  return (
    <AdminPage {...{ context }} title={create.title}>
      <form onSubmit={(event) => void goOn(event)} noValidate>
        <ErrorSummary title={text.errorTitle} errors={errors} />
        <Refused {...{ context, refusal }} />
        <p>{create.introduction}</p>
        <TextField
          id="poll-id"
          label={create.id.label}
          hint={create.id.hint}
          error={errorOf('poll-id')}
          narrow
          value={id}
          onChange={setId}
        />
        <p role="status">{room !== null && create.idLong(room)}</p>
        <RadioField
          id="start"
          label={create.start}
          options={(['shipped', 'own'] as const).map((value) => ({
            value,
            ...create.starts[value],
          }))}
          value={start}
          onChange={setStart}
        />
        {start === 'own' && (
          <>
            <FileField
              id="definition-file"
              {...create.file}
              accept=".json,application/json"
              onChoose={(bytes) => setPasted(new TextDecoder().decode(bytes))}
            />
            <TextField
              id="definition"
              label={create.paste.label}
              hint={create.paste.hint}
              error={errorOf('definition')}
              rows={12}
              value={pasted}
              onChange={setPasted}
            />
          </>
        )}
        <p class="buttons">
          <button type="submit" class="strong">
            {create.next}
          </button>
        </p>
      </form>
    </AdminPage>
  );
};
