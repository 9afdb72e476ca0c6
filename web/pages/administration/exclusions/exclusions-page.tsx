import { useState } from 'preact/hooks';
import type { Exclusion, ExclusionsView } from '../../../../schemas/exclusions.ts';
import type { PollView } from '../../../../schemas/poll.ts';
import type { CallApi, Called } from '../../api/call-api.ts';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { useLoaded } from '../use-loaded.ts';
import { ExclusionsForm } from './exclusions-form.tsx';

type Found = { readonly exclusions: readonly Exclusion[]; readonly isDraft: boolean };

const find = async (call: CallApi, poll: string, path: string): Promise<Called<Found>> => {
  const [list, view] = await Promise.all([
    call<ExclusionsView>('GET', path),
    call<PollView>('GET', `/v1/polls/${poll}/settings`),
  ]);
  if (list.kind === 'refused') return list;
  if (view.kind === 'refused') return view;
  const { exclusions } = list.value;
  return { kind: 'done', value: { exclusions, isDraft: view.value.state === 'draft' } };
};

/** Which of an organization's answers are set aside, and changing that. */
export const ExclusionsPage = ({
  context,
  poll,
  organization,
}: {
  readonly context: AdminContext;
  readonly poll: string;
  readonly organization: string;
}) => {
  const { text, call, tell, setUnsaved } = context;
  const { exclusions: words } = text;
  const path = `/v1/polls/${poll}/organizations/${organization}/exclusions`;
  const [loaded, reload] = useLoaded(() => find(call, poll, path));
  const [saves, setSaves] = useState(0);
  const put = (exclusions: readonly Exclusion[], reason: string) =>
    call<ExclusionsView>('PUT', path, { json: { reason, exclusions } });
  const done = async (): Promise<void> => {
    setUnsaved(false);
    tell(words.done);
    await reload('quietly');
    setSaves(saves + 1);
  };
  return (
    <LoadedPage
      {...{ context, poll, loaded, reload }}
      title={`${words.title}: ${organization}`}
      page="organizations"
    >
      {({ exclusions, isDraft }: Found) => (
        <>
          <p>{words.text}</p>
          {isDraft ? (
            <p>{words.draft}</p>
          ) : (
            <ExclusionsForm
              key={saves}
              {...{ context, put }}
              initial={exclusions}
              onDone={() => void done()}
            />
          )}
        </>
      )}
    </LoadedPage>
  );
};
