import { described, Field, type FieldProps } from './field.tsx';

/** A text as it is typed, and where it goes. */
export type TextProps = FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The language of what is typed. */
  readonly lang?: string | undefined;
  /** More than one line. */
  readonly rows?: number | undefined;
  readonly type?: keyof typeof TYPES | undefined;
  /** A short one: an id or a number. */
  readonly narrow?: boolean | undefined;
  readonly numeric?: boolean | undefined;
};

/** Each by itself, since what an input may have depends on its type. */
const TYPES = {
  text: { type: 'text' },
  date: { type: 'date' },
  'datetime-local': { type: 'datetime-local' },
  search: { type: 'search' },
} as const;

/** A text, a number, a day or an instant, typed by hand. */
export const TextField = ({
  value,
  onChange,
  lang,
  rows,
  type = 'text',
  narrow = false,
  numeric = false,
  ...field
}: TextProps) => {
  const shared = {
    ...described(field),
    ...(lang && { lang }),
    ...(narrow && { class: 'narrow' }),
    value,
    autocomplete: 'off' as const,
    spellcheck: !narrow,
  };
  return (
    <Field {...field}>
      {rows ? (
        <textarea
          {...shared}
          rows={rows}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          {...TYPES[type]}
          {...(numeric && { inputMode: 'numeric' as const })}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
};
