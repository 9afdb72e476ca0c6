import { useEffect, useRef } from 'preact/hooks';

/** Something that is wrong, and the control where it is mended; none where there is no such. */
export type SummedError = { readonly target: string | null; readonly text: string };

/**
 * What is wrong with a form, above it: takes the focus whenever there is something new to say.
 * Each entry leads to its control.
 */
export const ErrorSummary = ({
  title,
  errors,
}: {
  readonly title: string;
  readonly errors: readonly SummedError[];
}) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const lead = (event: MouseEvent, target: string): void => {
    event.preventDefault();
    document.getElementById(target)?.focus();
  };
  return (
    <div class="errors" role="alert" tabIndex={-1} ref={box}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ target, text }) => (
          <li key={`${target} ${text}`}>
            {target === null ? (
              text
            ) : (
              <a class="tap" href={`#${target}`} onClick={(event) => lead(event, target)}>
                {text}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
