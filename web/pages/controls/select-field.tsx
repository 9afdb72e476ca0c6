import { described, Field, type FieldProps } from './field.tsx';

/** One of several, as a native list. */
export const SelectField = <Value extends string>({
  options,
  value,
  onChange,
  ...field
}: FieldProps & {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) => (
  <Field {...field}>
    <select
      {...described(field)}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = options.find((option) => option.value === currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </Field>
);
