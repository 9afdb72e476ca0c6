import { useState } from 'preact/hooks';
import { titleOf } from '../../../../core/report/title-of.ts';
import type { ParticipationView } from '../../../../schemas/participation.ts';
import { type Column, DataTable } from '../../controls/data-table.tsx';
import { Facts } from '../../controls/facts.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { matching } from '../organizations/matching.ts';
import { useLoaded } from '../use-loaded.ts';

type OrganizationShown = ParticipationView['organizations'][number];

const NOTHING = '–';

const channelsOf = (
  { channels }: OrganizationShown,
  { text, words }: AdminContext,
): string | null => {
  if (!channels) return null;
  const parts = (['web', 'api', 'paper'] as const).flatMap((channel) => {
    const count = channels[channel] ?? 0;
    return count === 0 ? [] : [`${text.channels[channel]} ${words.report.number(count)}`];
  });
  return parts.join(', ');
};

const columnsOf = (
  view: ParticipationView,
  context: AdminContext,
): readonly Column<OrganizationShown>[] => {
  const { text, words, language } = context;
  const { participation: names } = text;
  const { number, percent, day } = words.report;
  const nameOf = ({ name, organization }: OrganizationShown) =>
    titleOf(name, organization, language);
  const kept = (one: OrganizationShown, shown: string | null): string =>
    shown ?? (one.responses ? names.notShown : NOTHING);
  const dayOf = (one: OrganizationShown, at: string | undefined): string =>
    kept(one, at === undefined ? null : day(at));
  const hasSetAside = view.organizations.some(({ hasExclusions }) => hasExclusions);
  return [
    { heading: names.organization, cell: nameOf, sort: nameOf },
    {
      heading: names.responses,
      numeric: true,
      cell: ({ responses }) => (responses === undefined ? NOTHING : number(responses)),
      sort: ({ responses }) => responses,
      downFirst: true,
    },
    {
      heading: names.expected,
      numeric: true,
      cell: ({ responses, expectedResponses: expected }) => {
        if (expected === undefined) return NOTHING;
        const share = responses === undefined ? null : percent(responses / expected);
        return (
          <>
            {number(expected)}
            {share !== null && <small>{names.ofExpected(share)}</small>}
          </>
        );
      },
      sort: ({ responses, expectedResponses }) =>
        expectedResponses === undefined ? undefined : (responses ?? 0) / expectedResponses,
    },
    { heading: names.channels, cell: (one) => kept(one, channelsOf(one, context)) },
    {
      heading: names.first,
      cell: (one) => dayOf(one, one.firstDay),
      sort: ({ firstDay }) => firstDay,
    },
    {
      heading: names.last,
      cell: (one) => dayOf(one, one.lastDay),
      sort: ({ lastDay }) => lastDay,
      downFirst: true,
    },
    ...(hasSetAside
      ? [
          {
            heading: names.setAside,
            cell: ({ hasExclusions }: OrganizationShown) =>
              hasExclusions ? names.inForce : NOTHING,
            sort: ({ hasExclusions }: OrganizationShown) =>
              hasExclusions ? names.inForce : undefined,
          },
        ]
      : []),
  ];
};

const Counted = ({
  context,
  view,
  countedAt,
}: {
  readonly context: AdminContext;
  readonly view: ParticipationView;
  readonly countedAt: string;
}) => {
  const { text, words, language } = context;
  const { participation: names } = text;
  const [wanted, setWanted] = useState('');
  const begun = view.organizations.length - view.notBegun.length;
  const ids = new Set(view.notBegun);
  const waiting = view.organizations.filter(({ organization }) => ids.has(organization));
  const found = matching(view.organizations, wanted, ({ name, organization }) => [
    organization,
    ...Object.values(name),
  ]);
  return (
    <>
      <p>
        {names.asOf(text.instant(countedAt))} {view.final ? names.final : names.interim}{' '}
        {view.state === 'closed' && !view.final && names.standsStill}
      </p>
      <Facts
        facts={[
          [names.responses, words.report.number(view.total?.responses ?? 0)],
          [names.begun, names.begunOf(begun, view.organizations.length)],
        ]}
      />
      <section>
        <h2>{names.notBegun}</h2>
        {waiting.length === 0 ? (
          <p>{names.everyone}</p>
        ) : (
          <ul class="columns">
            {waiting.map(({ organization, name }) => (
              <li key={organization}>{titleOf(name, organization, language)}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>{names.caption}</h2>
        <p>{names.hidden(view.minRespondents)}</p>
        <TextField
          id="wanted"
          type="search"
          narrow
          label={text.filter}
          value={wanted}
          onChange={setWanted}
        />
        <p role="status">{text.filtered(found.length, view.organizations.length)}</p>
        <DataTable
          caption={names.caption}
          captionIsAbove
          initially={{ column: 1, down: true }}
          {...{ language }}
          orderBy={text.orderBy}
          rows={found}
          keyOf={({ organization }) => organization}
          columns={columnsOf(view, context)}
        />
      </section>
    </>
  );
};

/** How many answered through each organization, and who has not begun; never what. */
export const ParticipationPage = ({
  context,
  poll,
}: {
  readonly context: AdminContext;
  readonly poll: string;
}) => {
  const { text, call } = context;
  const [loaded, reload] = useLoaded(() =>
    call<ParticipationView>('GET', `/v1/polls/${poll}/participation`),
  );
  return (
    <LoadedPage
      {...{ context, poll, loaded, reload }}
      title={text.sections.participation}
      page="participation"
    >
      {(view: ParticipationView) => (
        <>
          {view.countedAt === undefined ? (
            <p>{text.participation.notCounted}</p>
          ) : (
            <Counted {...{ context, view }} countedAt={view.countedAt} />
          )}
          <p class="buttons">
            <button type="button" onClick={() => void reload()}>
              {text.lookAgain}
            </button>
          </p>
        </>
      )}
    </LoadedPage>
  );
};
