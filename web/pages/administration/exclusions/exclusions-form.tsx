import { useMemo, useState } from 'preact/hooks';
import type { Exclusion, ExclusionsView } from '../../../../schemas/exclusions.ts';
import type { Called } from '../../api/call-api.ts';
import { Confirmation } from '../../controls/confirmation.tsx';
import { ErrorSummary } from '../../controls/error-summary.tsx';
import { SelectField } from '../../controls/select-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import type { AdminContext } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useAct } from '../use-act.ts';

const CHANNELS = ['web', 'api', 'paper'] as const;
const LONGEST_REASON = 500;
const DAY = /^\d{4}-\d\d-\d\d$/;

const nameOf = ({ day, channel }: Exclusion): string => `${day} ${channel}`;

/** The list of what is set aside, to be changed and then put in force. */
export const ExclusionsForm = ({
  context,
  initial,
  put,
  onDone,
}: {
  readonly context: AdminContext;
  readonly initial: readonly Exclusion[];
  readonly put: (
    exclusions: readonly Exclusion[],
    reason: string,
  ) => Promise<Called<ExclusionsView>>;
  readonly onDone: () => void;
}) => {
  const { text, words, setUnsaved } = context;
  const { exclusions: names } = text;
  const [list, setList] = useState(initial);
  const [day, setDay] = useState('');
  const [channel, setChannel] = useState<Exclusion['channel']>('web');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<'day' | 'reason' | null>(null);
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const errorOf = { day: names.dayError, reason: names.reason.error };
  const summary = useMemo(
    () => (wrong === null ? [] : [{ target: wrong, text: errorOf[wrong] }]),
    [wrong, text],
  );
  const isChanged = list.map(nameOf).toSorted().join() !== initial.map(nameOf).toSorted().join();
  const change = (changed: readonly Exclusion[]): void => {
    setList(changed);
    setUnsaved(true);
  };
  const add = (): void => {
    setWrong(DAY.test(day) ? null : 'day');
    if (!DAY.test(day)) return;
    const added: Exclusion = { day, channel };
    if (!list.some((one) => nameOf(one) === nameOf(added))) change([...list, added]);
  };
  const ask = (event: Event): void => {
    event.preventDefault();
    const length = reason.trim().length;
    const isFine = length > 0 && length <= LONGEST_REASON;
    setWrong(isFine ? null : 'reason');
    setAsking(isFine);
  };
  const confirm = async (): Promise<void> => {
    const done = await act.run(() => put(list, reason.trim()));
    setAsking(false);
    if (done) onDone();
  };
  const said = ({ day: on, channel: by }: Exclusion): string =>
    `${words.report.day(on)}, ${text.channels[by]}`;
  return (
    <form onSubmit={ask} noValidate>
      {summary.length > 0 ? (
        <ErrorSummary title={text.errorTitle} errors={summary} />
      ) : (
        <Refused {...{ context }} refusal={act.refusal} />
      )}
      <h2>{names.now}</h2>
      {list.length === 0 ? (
        <p>{names.nothing}</p>
      ) : (
        <ul class="plain">
          {list.map((one) => (
            <li key={nameOf(one)}>
              {said(one)}{' '}
              <button type="button" onClick={() => change(list.filter((other) => other !== one))}>
                {names.remove(said(one))}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status">{isChanged && names.unsaved}</p>
      <h2>{names.addTitle}</h2>
      <div class="with-button">
        <TextField
          id="day"
          type="date"
          narrow
          label={names.day}
          error={wrong === 'day' ? names.dayError : undefined}
          value={day}
          onChange={setDay}
        />
        <SelectField
          id="channel"
          label={names.channel}
          options={CHANNELS.map((value) => ({ value, label: text.channels[value] }))}
          value={channel}
          onChange={setChannel}
        />
        <button type="button" onClick={add}>
          {names.add}
        </button>
      </div>
      <TextField
        id="reason"
        label={names.reason.label}
        hint={names.reason.hint}
        error={wrong === 'reason' ? names.reason.error : undefined}
        rows={3}
        value={reason}
        onChange={setReason}
      />
      <p class="buttons">
        <button type="submit" class="strong">
          {names.set}
        </button>
      </p>
      {asking && (
        <Confirmation
          title={names.question.title}
          confirm={act.busy ? text.working : names.question.confirm}
          cancel={text.cancel}
          busy={act.busy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          <ul>
            {names.points(list.length).map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </Confirmation>
      )}
    </form>
  );
};
