import { useMemo, useState } from 'preact/hooks';
import type { LoadedOrganizations } from '../../../../schemas/organization.ts';
import { ErrorSummary } from '../../controls/error-summary.tsx';
import { FileField } from '../../controls/file-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { saveAs } from '../../downloads/save-as.ts';
import { AdminPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { adminHref } from '../place.ts';
import { Refused } from '../refused.tsx';
import { useAct } from '../use-act.ts';
import { csvTextOf, hasSemicolons, lineFaults, SAMPLE_CSV } from './csv.ts';
import { LineFaultsTable } from './line-faults-table.tsx';

const UNPROCESSABLE = 422;

const ColumnsHint = ({ context: { text } }: { readonly context: AdminContext }) => {
  const { csv } = text.organizations;
  return (
    <details class="method">
      <summary>{csv.columns}</summary>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{csv.column}</th>
            <th scope="col">{csv.holds}</th>
          </tr>
        </thead>
        <tbody>
          {csv.meanings.map(([column, meaning]) => (
            <tr key={column}>
              <th scope="row">
                <code>{column}</code>
              </th>
              <td data-column={csv.holds}>
                <div>{meaning}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

/** Puts the organizations of a CSV file, chosen or pasted; its faults are told by line. */
export const ImportPage = ({
  context,
  poll,
}: {
  readonly context: AdminContext;
  readonly poll: string;
}) => {
  const { text, address, call, go, tell, setUnsaved } = context;
  const { csv } = text.organizations;
  const [typed, setTyped] = useState('');
  const [own, setOwn] = useState<string | undefined>();
  const load = useAct();
  const { refusal } = load;
  const faults = useMemo(() => lineFaults(refusal?.problem?.errors ?? []), [refusal]);
  const summary = useMemo(() => {
    if (own !== undefined) return [{ target: 'csv', text: own }];
    // Another refusal says more than that lines are wrong: it stands above them in its own words.
    const isFaulty = refusal?.status === UNPROCESSABLE && faults.length > 0;
    return isFaulty ? [{ target: 'csv', text: csv.nothingWritten }] : [];
  }, [own, refusal, faults, csv]);
  const choose = (bytes: ArrayBuffer): void => {
    const read = csvTextOf(bytes);
    load.forget();
    setOwn(read.kind === 'notUtf8' ? csv.notUtf8 : undefined);
    if (read.kind === 'text') setTyped(read.text);
    setUnsaved(true);
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    load.forget();
    const isEmpty = typed.trim() === '';
    const wrong = isEmpty ? csv.empty : hasSemicolons(typed) ? csv.semicolons : undefined;
    setOwn(wrong);
    if (wrong !== undefined) return;
    const path = `/v1/polls/${poll}/organizations`;
    const sent = { text: typed, mediaType: 'text/csv' };
    const done = await load.run(() => call<LoadedOrganizations>('POST', path, sent));
    if (!done) return;
    setUnsaved(false);
    const { organizations, created, changed } = done.value;
    const target = adminHref(address, `${poll}/organizations`);
    tell(csv.loaded(organizations, created, changed), target);
    go(target);
  };
  return (
    <AdminPage {...{ context, poll }} title={csv.title} page="organizations">
      <form onSubmit={(event) => void submit(event)} noValidate>
        {summary.length > 0 ? (
          <ErrorSummary title={text.errorTitle} errors={summary} />
        ) : (
          <Refused {...{ context, refusal }} />
        )}
        {faults.length > 0 && <LineFaultsTable {...{ context, faults }} />}
        <p>{csv.text}</p>
        <ColumnsHint {...{ context }} />
        <p class="buttons">
          <button
            type="button"
            onClick={() => saveAs('organizations.csv', new TextEncoder().encode(SAMPLE_CSV))}
          >
            {csv.sample}
          </button>
        </p>
        <FileField id="csv-file" {...csv.file} accept=".csv,text/csv" onChoose={choose} />
        <TextField
          id="csv"
          {...csv.paste}
          rows={10}
          error={own}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setUnsaved(true);
          }}
        />
        <p class="buttons">
          <button type="submit" class="strong" disabled={load.busy}>
            {load.busy ? text.working : csv.load}
          </button>
        </p>
      </form>
    </AdminPage>
  );
};
