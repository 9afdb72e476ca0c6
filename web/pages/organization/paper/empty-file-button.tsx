import { useState } from 'preact/hooks';
import type { PollDefinition } from '../../../../schemas/poll.ts';
import type { CallApi, CallRefusal } from '../../api/call-api.ts';
import { saveAs } from '../../downloads/save-as.ts';
import { RefusedNote, type Refusing } from '../refused.tsx';
import { emptyFile } from './empty-file.ts';

type Asked = { readonly definition: Pick<PollDefinition, 'categories'> };

/** Gives a file that names the columns, to be filled in; asks what the poll's items are for it. */
export const EmptyFileButton = ({
  refusing,
  call,
  poll,
}: {
  readonly refusing: Refusing;
  readonly call: CallApi;
  readonly poll: string;
}) => {
  const { paper: text } = refusing.own;
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const save = async (): Promise<void> => {
    setRefusal(null);
    const asked = await call<Asked>('GET', `/v1/polls/${poll}`);
    if (asked.kind === 'refused') return setRefusal(asked.refusal);
    const file = emptyFile(asked.value.definition);
    saveAs(`${poll}-answers.csv`, new TextEncoder().encode(file));
  };
  return (
    <>
      <p>{text.emptyFileNote}</p>
      <button type="button" onClick={() => void save()}>
        {text.emptyFile}
      </button>
      <div role="status">
        {refusal && <RefusedNote {...{ refusing, refusal }} again={() => void save()} />}
      </div>
    </>
  );
};
