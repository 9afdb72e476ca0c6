import { describedGroup, FieldNotes, type FieldProps } from './field.tsx';

/** One of a few, each with what it means, as native radio buttons. */
export const RadioField = <Value extends string>({
  options,
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) => (
  <fieldset class={field.error ? 'field wrong' : 'field'} {...describedGroup(field)} tabIndex={-1}>
    <legend>{field.label}</legend>
    <FieldNotes {...field} />
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="radio"
          name={field.id}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
        <span>
          {option.label}
          {option.hint && <small>{option.hint}</small>}
        </span>
      </label>
    ))}
  </fieldset>
);
