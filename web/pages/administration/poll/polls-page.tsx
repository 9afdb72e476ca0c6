import { titleOf } from '../../../../core/report/title-of.ts';
import type { PollList } from '../../../../schemas/poll.ts';
import { DataTable } from '../../controls/data-table.tsx';
import { InnerLink } from '../../inner-link.tsx';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { adminHref } from '../place.ts';
import { useLoaded } from '../use-loaded.ts';

/** All polls, with where each stands. */
export const PollsPage = ({ context }: { readonly context: AdminContext }) => {
  const { text, language, address, go, call } = context;
  const { list } = text;
  const [loaded, reload] = useLoaded(() => call<PollList>('GET', '/v1/polls'));
  const instant = (at: string | undefined): string => (at === undefined ? '–' : text.instant(at));
  const create = (
    <p class="buttons">
      <InnerLink go={go} href={adminHref(address, '?new')}>
        {list.create}
      </InnerLink>
    </p>
  );
  return (
    <LoadedPage {...{ context, loaded, reload }} title={text.polls}>
      {({ polls }: PollList) => (
        <>
          {create}
          {polls.length === 0 ? (
            <p>{list.none}</p>
          ) : (
            <DataTable
              caption={list.caption}
              captionIsAbove
              {...{ language }}
              orderBy={text.orderBy}
              rows={polls}
              keyOf={({ id }) => id}
              columns={[
                {
                  heading: list.poll,
                  sort: ({ id, title }) => titleOf(title, id, language),
                  cell: ({ id, title }) => (
                    <InnerLink go={go} href={adminHref(address, id)}>
                      {titleOf(title, id, language)}
                    </InnerLink>
                  ),
                },
                { heading: list.id, sort: ({ id }) => id, cell: ({ id }) => id },
                {
                  heading: list.state,
                  sort: ({ state }) => text.states[state],
                  cell: ({ state }) => text.states[state],
                },
                {
                  heading: list.opened,
                  sort: ({ openedAt }) => openedAt,
                  downFirst: true,
                  cell: ({ openedAt }) => instant(openedAt),
                },
                {
                  heading: list.closes,
                  sort: ({ closesAt }) => closesAt,
                  downFirst: true,
                  cell: ({ closesAt }) => instant(closesAt),
                },
              ]}
            />
          )}
        </>
      )}
    </LoadedPage>
  );
};
