import type { Organization, OrganizationList } from '../../../../schemas/organization.ts';
import type { CallApi, Called } from '../../api/call-api.ts';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { useLoaded } from '../use-loaded.ts';
import { OrganizationForm } from './organization-form.tsx';

const NOT_FOUND = {
  kind: 'refused',
  refusal: {
    status: 404,
    problem: {
      ...{ type: '', title: '', status: 404, detail: '' },
      code: 'unknown-organization',
    },
  },
} as const;

type Found = { readonly organization: Organization | null; readonly ids: readonly string[] };

const find = async (call: CallApi, poll: string, wanted: string | null): Promise<Called<Found>> => {
  const list = await call<OrganizationList>('GET', `/v1/polls/${poll}/organizations`);
  if (list.kind === 'refused') return list;
  const { organizations } = list.value;
  const organization = organizations.find(({ id }) => id === wanted) ?? null;
  if (wanted !== null && organization === null) return NOT_FOUND;
  return { kind: 'done', value: { organization, ids: organizations.map(({ id }) => id) } };
};

/** An organization to be changed, or a new one. */
export const OrganizationPage = ({
  context,
  poll,
  organization: wanted,
}: {
  readonly context: AdminContext;
  readonly poll: string;
  /** Null for a new one. */
  readonly organization: string | null;
}) => {
  const { text, call } = context;
  const { addTitle, changeTitle } = text.organizations;
  const [loaded, reload] = useLoaded(() => find(call, poll, wanted));
  return (
    <LoadedPage
      {...{ context, poll, loaded, reload }}
      title={wanted === null ? addTitle : changeTitle}
      page="organizations"
    >
      {({ organization, ids }: Found) => (
        <OrganizationForm {...{ context, poll, organization, ids }} />
      )}
    </LoadedPage>
  );
};
