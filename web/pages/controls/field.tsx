import type { ComponentChildren } from 'preact';

/** What every control of a form is given. */
export type FieldProps = {
  /** The control's own id in the page, which an error summary leads to. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what stands in it. */
  readonly error?: string | undefined;
};

/** The ids of what describes a control: its hint, then its error. */
const describedBy = ({ id, hint, error }: FieldProps): string =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');

/** What ties a group of controls to its hint and its error. */
export const describedGroup = (field: FieldProps) => ({
  id: field.id,
  ...((field.hint || field.error) && { 'aria-describedby': describedBy(field) }),
});

/** What ties a control to its hint and its error. */
export const described = (field: FieldProps) => ({
  ...describedGroup(field),
  ...(field.error && { 'aria-invalid': true as const }),
});

/** The hint of a control, and what is wrong with it. */
export const FieldNotes = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) => (
  <>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
);

/** A control below its label, hint and error. */
export const Field = ({
  children,
  ...field
}: FieldProps & { readonly children: ComponentChildren }) => (
  <div class={field.error ? 'field wrong' : 'field'}>
    <label for={field.id}>{field.label}</label>
    <FieldNotes {...field} />
    {children}
  </div>
);
