import { RadioField } from '../../controls/radio-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { fieldId } from '../field-id.ts';
import type { AdministrationWording } from '../wording/wording.ts';
import type { Draft } from './draft.ts';
import { settingPointer } from './targets.ts';

type Props = {
  readonly text: AdministrationWording;
  readonly draft: Draft;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (change: Partial<Draft>) => void;
};

const meanings = <Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, { readonly label: string; readonly hint: string }>>,
) => values.map((value) => ({ value, ...words[value] }));

/** When the poll closes, in the time zone of whoever types. */
export const TimeFields = ({ text, draft, errors, onChange }: Props) => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div class="beside">
      {(['closesAt', 'importsCloseAt'] as const).map((name) => {
        const { label, hint } = text.definition.setting[name];
        return (
          <TextField
            key={name}
            id={fieldId(settingPointer(name))}
            type="datetime-local"
            label={label}
            hint={`${hint} ${text.timeZone(zone)}`}
            error={errors.get(settingPointer(name))}
            value={draft[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        );
      })}
    </div>
  );
};

/** Who answers and who sees the results, and what stands behind every figure. */
export const SettingFields = ({ text, draft, errors, onChange }: Props) => {
  const { definition } = text;
  return (
    <>
      <RadioField
        id={fieldId('/definition/mode')}
        {...definition.mode}
        options={meanings(['open', 'invited'], definition.modes)}
        value={draft.mode}
        onChange={(mode) => onChange({ mode })}
      />
      <RadioField
        id={fieldId('/definition/reports')}
        {...definition.reports}
        options={meanings(['planners', 'public'], definition.reportsTo)}
        value={draft.reports}
        onChange={(reports) => onChange({ reports })}
      />
      <RadioField
        id={fieldId('/definition/headlineMetric')}
        {...definition.metric}
        options={meanings(['agree', 'net', 'mean'], definition.metrics)}
        value={draft.headlineMetric}
        onChange={(headlineMetric) => onChange({ headlineMetric })}
      />
      {(
        ['minRespondents', 'minOrganizations', 'retentionDays', 'publishedAttributes'] as const
      ).map((name) => {
        const { label, hint } = definition.setting[name];
        return (
          <TextField
            key={name}
            id={fieldId(settingPointer(name))}
            {...{ label, hint }}
            narrow
            numeric={name !== 'publishedAttributes'}
            error={errors.get(settingPointer(name))}
            value={draft[name]}
            onChange={(value) => onChange({ [name]: value })}
          />
        );
      })}
    </>
  );
};
