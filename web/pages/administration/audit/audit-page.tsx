import { useState } from 'preact/hooks';
import type { AuditEntry, AuditPage as Page } from '../../../../schemas/audit.ts';
import { DataTable } from '../../controls/data-table.tsx';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useAct } from '../use-act.ts';
import { useLoaded } from '../use-loaded.ts';

const PAGE = 50;

/** Who did what with a poll, newest first, a page at a time. */
export const AuditPage = ({
  context,
  poll,
}: {
  readonly context: AdminContext;
  readonly poll: string;
}) => {
  const { text, language, call } = context;
  const { audit } = text;
  const path = `/v1/polls/${poll}/audit?limit=${PAGE}`;
  const [loaded, reload] = useLoaded(() => call<Page>('GET', path));
  const [older, setOlder] = useState<readonly Page[]>([]);
  const act = useAct();
  const showOlder = async (before: string): Promise<void> => {
    const page = await act.run(() =>
      call<Page>('GET', `${path}&before=${encodeURIComponent(before)}`),
    );
    if (page) setOlder([...older, page.value]);
  };
  return (
    <LoadedPage {...{ context, poll, loaded, reload }} title={text.sections.audit} page="audit">
      {(first: Page) => {
        const pages = [first, ...older];
        const entries = pages.flatMap((page) => page.entries);
        const next = pages.at(-1)?.next;
        return (
          <>
            <p>{audit.text}</p>
            {entries.length === 0 ? (
              <p>{audit.none}</p>
            ) : (
              <DataTable
                caption={audit.caption}
                captionIsAbove
                {...{ language }}
                orderBy={text.orderBy}
                rows={entries}
                keyOf={({ id }: AuditEntry) => id}
                columns={[
                  { heading: audit.when, cell: ({ at }) => text.instant(at) },
                  { heading: audit.what, cell: (entry) => audit.act(entry) },
                  { heading: audit.who, cell: ({ actor }) => <code>{actor}</code> },
                ]}
              />
            )}
            <Refused {...{ context }} refusal={act.refusal} />
            {next !== undefined && (
              <p class="buttons">
                <button type="button" disabled={act.busy} onClick={() => void showOlder(next)}>
                  {act.busy ? text.working : audit.older}
                </button>
              </p>
            )}
          </>
        );
      }}
    </LoadedPage>
  );
};
