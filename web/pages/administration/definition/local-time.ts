const two = (value: number): string => String(value).padStart(2, '0');

/** An instant as `datetime-local` has it, in the time zone of the device; empty for none. */
export const localOf = (instant: string | undefined): string => {
  if (instant === undefined) return '';
  const at = new Date(instant);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
};

/**
 * The instant that was typed; `before` where nobody typed over it, since a control for minutes
 * cannot show its seconds. Undefined for none; what is no time stays as it is.
 */
export const instantOf = (local: string, before: string | undefined): string | undefined => {
  if (local === '') return undefined;
  if (before !== undefined && local === localOf(before)) return before;
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
};
