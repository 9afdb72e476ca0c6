import { useRef, useState } from 'preact/hooks';
import type { CallApi } from '../../api/call-api.ts';
import { described, Field } from '../../controls/field.tsx';
import { RefusedNote, type Refusing } from '../refused.tsx';
import { EmptyFileButton } from './empty-file-button.tsx';
import { type HandedIn, handIn } from './imports.ts';

const MOST_MEGABYTES = 10;
const MEGABYTE = 1_000_000;

type State =
  | { readonly kind: 'choosing' | 'noFile' | 'tooLarge' | 'uploading' }
  | Exclude<HandedIn, { readonly kind: 'uploaded' }>;

/** Chooses a file of answers and hands it in. */
export const UploadForm = ({
  refusing,
  call,
  poll,
  organization,
  onUploaded,
}: {
  readonly refusing: Refusing;
  readonly call: CallApi;
  readonly poll: string;
  readonly organization: string;
  readonly onUploaded: (id: string) => void;
}) => {
  const { paper: text } = refusing.own;
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ kind: 'choosing' });
  const refuse = (kind: 'noFile' | 'tooLarge'): void => {
    setState({ kind });
    field.current?.focus();
  };
  const upload = async (): Promise<void> => {
    const file = field.current?.files?.[0];
    if (!file || file.size === 0) return refuse('noFile');
    if (file.size > MOST_MEGABYTES * MEGABYTE) return refuse('tooLarge');
    setState({ kind: 'uploading' });
    const handedIn = await handIn(call, poll, organization, file);
    if (handedIn.kind === 'uploaded') onUploaded(handedIn.id);
    else setState(handedIn);
  };
  const faults = { noFile: text.noFile, tooLarge: text.tooLarge(MOST_MEGABYTES) };
  const named = {
    ...{ id: `paper-${poll}`, label: text.file, hint: text.hint },
    error: state.kind === 'noFile' || state.kind === 'tooLarge' ? faults[state.kind] : undefined,
  };
  return (
    <>
      <p>{text.text}</p>
      <EmptyFileButton {...{ refusing, call, poll }} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (state.kind !== 'uploading') void upload();
        }}
      >
        <Field {...named}>
          <input {...described(named)} ref={field} type="file" accept=".csv,text/csv" />
        </Field>
        <button type="submit" class="strong" aria-disabled={state.kind === 'uploading'}>
          {text.upload}
        </button>
      </form>
      <div role="status">
        {state.kind === 'uploading' && <p>{text.uploading}</p>}
        {state.kind === 'notHere' && <p class="notice">{text.notHere}</p>}
        {state.kind === 'notNow' && <p class="notice">{text.notNow}</p>}
        {state.kind === 'notUploaded' && <p class="notice">{text.notUploaded}</p>}
        {state.kind === 'refused' && (
          <RefusedNote {...{ refusing }} refusal={state.refusal} again={() => void upload()} />
        )}
      </div>
    </>
  );
};
