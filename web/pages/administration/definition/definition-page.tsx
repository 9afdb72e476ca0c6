import type { PollView } from '../../../../schemas/poll.ts';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { useLoaded } from '../use-loaded.ts';
import { DefinitionTable } from './definition-table.tsx';
import { draftOf } from './draft.ts';
import { DraftEditor } from './editor.tsx';

/** What a poll asks: a draft can be changed, what was opened is shown. */
export const DefinitionPage = ({
  context,
  poll,
}: {
  readonly context: AdminContext;
  readonly poll: string;
}) => {
  const { text, call } = context;
  const [loaded, reload] = useLoaded(() => call<PollView>('GET', `/v1/polls/${poll}/settings`));
  const isDraft = loaded.kind !== 'found' || loaded.value.state === 'draft';
  const title = isDraft ? text.definition.title : text.sections.definition;
  return (
    <LoadedPage {...{ context, poll, title, loaded, reload }} page="definition">
      {(view: PollView) => {
        const draft = draftOf(view.definition, view);
        if (!draft) return null;
        if (view.state === 'draft') return <DraftEditor {...{ context, poll }} initial={draft} />;
        return (
          <>
            <p>{text.definition.fixed}</p>
            <DefinitionTable {...{ context, draft }} />
          </>
        );
      }}
    </LoadedPage>
  );
};
