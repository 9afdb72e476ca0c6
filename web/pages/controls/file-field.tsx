import { described, Field, type FieldProps } from './field.tsx';

/** A file of the person's own, by its bytes; the same file can be chosen again. */
export const FileField = ({
  accept,
  onChoose,
  ...field
}: FieldProps & {
  readonly accept: string;
  readonly onChoose: (bytes: ArrayBuffer) => void;
}) => (
  <Field {...field}>
    <input
      {...described(field)}
      type="file"
      accept={accept}
      onChange={async ({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) onChoose(await file.arrayBuffer());
        currentTarget.value = '';
      }}
    />
  </Field>
);
