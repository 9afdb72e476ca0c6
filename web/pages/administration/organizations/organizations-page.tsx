import { useState } from 'preact/hooks';
import { titleOf } from '../../../../core/report/title-of.ts';
import type { Organization, OrganizationList } from '../../../../schemas/organization.ts';
import { DataTable } from '../../controls/data-table.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { InnerLink } from '../../inner-link.tsx';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { adminHref } from '../place.ts';
import { useLoaded } from '../use-loaded.ts';
import { matching } from './matching.ts';

const NOTHING = '–';

const attributesOf = ({ attributes }: Organization): string =>
  Object.entries(attributes)
    .map(([id, value]) => `${id}: ${value}`)
    .join(', ');

const Listed = ({
  context,
  poll,
  organizations,
}: {
  readonly context: AdminContext;
  readonly poll: string;
  readonly organizations: readonly Organization[];
}) => {
  const { text, words, language, address, go } = context;
  const { organizations: names } = text;
  const [wanted, setWanted] = useState('');
  const nameOf = ({ name, id }: Organization): string => titleOf(name, id, language);
  const count = (value: number | undefined): string =>
    value === undefined ? NOTHING : words.report.number(value);
  const found = matching(organizations, wanted, (one) => [
    one.id,
    attributesOf(one),
    ...Object.values(one.name),
  ]);
  return (
    <>
      <TextField
        id="wanted"
        type="search"
        narrow
        label={text.filter}
        value={wanted}
        onChange={setWanted}
      />
      <p role="status">{text.filtered(found.length, organizations.length)}</p>
      <DataTable
        caption={names.caption}
        captionIsAbove
        {...{ language }}
        orderBy={text.orderBy}
        rows={found}
        keyOf={({ id }) => id}
        columns={[
          {
            heading: names.name,
            sort: nameOf,
            cell: (one) => (
              <InnerLink go={go} href={adminHref(address, `${poll}/organizations/${one.id}`)}>
                {nameOf(one)}
              </InnerLink>
            ),
          },
          { heading: text.list.id, sort: ({ id }) => id, cell: ({ id }) => id },
          {
            heading: names.attributes,
            sort: attributesOf,
            cell: (one) => attributesOf(one) || NOTHING,
          },
          {
            heading: names.peopleServed.label,
            sort: ({ peopleServed }) => peopleServed,
            downFirst: true,
            cell: ({ peopleServed }) => count(peopleServed),
          },
          {
            heading: names.expectedResponses.label,
            sort: ({ expectedResponses }) => expectedResponses,
            downFirst: true,
            cell: ({ expectedResponses }) => count(expectedResponses),
          },
        ]}
      />
    </>
  );
};

/** A poll's organizations, and the ways to more. */
export const OrganizationsPage = ({
  context,
  poll,
}: {
  readonly context: AdminContext;
  readonly poll: string;
}) => {
  const { text, address, go, call } = context;
  const { organizations: names } = text;
  const path = `${poll}/organizations`;
  const [loaded, reload] = useLoaded(() =>
    call<OrganizationList>('GET', `/v1/polls/${poll}/organizations`),
  );
  return (
    <LoadedPage
      {...{ context, poll, loaded, reload }}
      title={text.sections.organizations}
      page="organizations"
    >
      {({ organizations }: OrganizationList) => (
        <>
          <p class="buttons">
            <InnerLink go={go} href={adminHref(address, `${path}?new`)}>
              {names.add}
            </InnerLink>
            <InnerLink go={go} href={adminHref(address, `${path}?import`)}>
              {names.import}
            </InnerLink>
          </p>
          {organizations.length === 0 ? (
            <p>{names.none}</p>
          ) : (
            <Listed {...{ context, poll, organizations }} />
          )}
        </>
      )}
    </LoadedPage>
  );
};
