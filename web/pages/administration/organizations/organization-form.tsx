import { useMemo, useState } from 'preact/hooks';
import { titleOf } from '../../../../core/report/title-of.ts';
import { LONGEST_ORGANIZATION_ID, SLUG } from '../../../../schemas/format.ts';
import type { Organization } from '../../../../schemas/organization.ts';
import { ErrorSummary } from '../../controls/error-summary.tsx';
import { Facts } from '../../controls/facts.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { InnerLink } from '../../inner-link.tsx';
import type { AdminContext } from '../context.ts';
import { TextsField } from '../definition/texts-field.tsx';
import { fieldId } from '../field-id.ts';
import { excessiveLink } from '../link-length.ts';
import { adminHref } from '../place.ts';
import { placeFaults, type Target } from '../place-faults.ts';
import { Refused } from '../refused.tsx';
import { useAct } from '../use-act.ts';
import { AttributeFields } from './attribute-fields.tsx';
import {
  faultyAttributes,
  type OrganizationDraft,
  organizationDraft,
  organizationRequest,
} from './organization-draft.ts';

type Names = AdminContext['text']['organizations'];
type Wrong = { readonly pointer: string | null; readonly text: string };

const languagesOf = (draft: OrganizationDraft): readonly string[] => [
  ...new Set(['en', 'es', ...Object.keys(draft.name)]),
];

const targetsOf = (draft: OrganizationDraft, names: Names): readonly Target[] => [
  ...languagesOf(draft).map((language) => ({
    pointer: `/name/${language}`,
    label: names.names,
    error: names.nameError,
  })),
  { pointer: '/peopleServed', ...names.peopleServed },
  { pointer: '/expectedResponses', ...names.expectedResponses },
  { pointer: '/attributes', label: names.attributes, error: names.attributeError },
];

/** Where an organization is typed and saved. */
export const OrganizationForm = ({
  context,
  poll,
  organization,
  ids,
}: {
  readonly context: AdminContext;
  readonly poll: string;
  readonly organization: Organization | null;
  /** Those that are taken. */
  readonly ids: readonly string[];
}) => {
  const { text, language, address, call, go, tell, setUnsaved } = context;
  const { organizations: names } = text;
  const [id, setId] = useState(organization?.id ?? '');
  const [draft, setDraft] = useState(() => organizationDraft(organization ?? undefined));
  const [own, setOwn] = useState<readonly Wrong[]>([]);
  const save = useAct();
  const { refusal } = save;
  const wrong = useMemo<readonly Wrong[]>(() => {
    const faults = placeFaults(refusal?.problem?.errors ?? [], targetsOf(draft, names));
    const told = faults.map((fault) =>
      fault.kind === 'placed'
        ? { pointer: fault.pointer, text: fault.error }
        : { pointer: null, text: `${text.expected} ${fault.expected}` },
    );
    return [...own, ...told];
  }, [own, refusal, text]);
  const summary = useMemo(
    () =>
      wrong.map(({ pointer, text: said }) => ({
        target: pointer === null ? null : fieldId(pointer),
        text: said,
      })),
    [wrong],
  );
  const errors = new Map(wrong.flatMap((one) => (one.pointer ? [[one.pointer, one.text]] : [])));
  const length = excessiveLink(poll, id.trim());
  const change = (part: Partial<OrganizationDraft>): void => {
    setDraft({ ...draft, ...part });
    setUnsaved(true);
  };
  const ownFaults = (wanted: string): readonly Wrong[] => {
    const valid = wanted.length <= LONGEST_ORGANIZATION_ID && SLUG.test(wanted);
    const isTaken = organization === null && ids.includes(wanted);
    return [
      ...(valid ? [] : [{ pointer: '/id', text: names.id.error }]),
      ...(isTaken ? [{ pointer: '/id', text: names.idTaken }] : []),
      ...faultyAttributes(draft).map((index) => ({
        pointer: `/attributes/${index}`,
        text: names.attributeError,
      })),
    ];
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    save.forget();
    const wanted = id.trim();
    const faults = ownFaults(wanted);
    setOwn(faults);
    if (faults.length > 0) return;
    const path = `/v1/polls/${poll}/organizations/${wanted}`;
    const json = organizationRequest(draft);
    const done = await save.run(() => call<Organization>('PUT', path, { json }));
    if (!done) return;
    setUnsaved(false);
    const target = adminHref(address, `${poll}/organizations`);
    tell(text.saved, target);
    go(target);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {summary.length > 0 ? (
        <ErrorSummary title={text.errorTitle} errors={summary} />
      ) : (
        <Refused {...{ context, refusal }} />
      )}
      {organization ? (
        <Facts
          facts={[
            [text.list.id, organization.id],
            [
              names.form,
              <a key="form" class="tap" href={`/p/${poll}/${organization.id}`}>
                {names.formOf(titleOf(organization.name, organization.id, language))}
              </a>,
            ],
            [
              names.coordinatorsPage,
              <InnerLink key="page" go={go} href={`/organizations/${organization.id}`}>
                {`/organizations/${organization.id}`}
              </InnerLink>,
            ],
          ]}
        />
      ) : (
        <>
          <TextField
            id={fieldId('/id')}
            label={names.id.label}
            hint={names.id.hint}
            error={errors.get('/id')}
            narrow
            value={id}
            onChange={(value) => {
              setId(value);
              setUnsaved(true);
            }}
          />
          <p role="status">{length !== null && names.idLong(length)}</p>
        </>
      )}
      <TextsField
        editor={{ languages: languagesOf(draft), languageName: text.languageName, errors }}
        pointer="/name"
        label={names.names}
        texts={draft.name}
        onChange={(name) => change({ name })}
      />
      <p>{names.frozen}</p>
      {(['expectedResponses', 'peopleServed'] as const).map((name) => (
        <TextField
          key={name}
          id={fieldId(`/${name}`)}
          label={names[name].label}
          hint={names[name].hint}
          error={errors.get(`/${name}`)}
          narrow
          numeric
          value={draft[name]}
          onChange={(value) => change({ [name]: value })}
        />
      ))}
      <AttributeFields
        {...{ names, errors }}
        attributes={draft.attributes}
        onChange={(attributes) => change({ attributes })}
      />
      <p class="buttons">
        <button type="submit" class="strong" disabled={save.busy}>
          {save.busy ? text.working : text.save}
        </button>
        {organization && (
          <InnerLink
            go={go}
            href={adminHref(address, `${poll}/organizations/${organization.id}/exclusions`)}
          >
            {names.setAside}
          </InnerLink>
        )}
      </p>
    </form>
  );
};
