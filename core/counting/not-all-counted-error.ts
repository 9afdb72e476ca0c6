const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : 'Error');

const codesOf = (fault: unknown): readonly string[] =>
  fault instanceof NotAllCountedError ? fault.codes : [nameOf(fault)];

/**
 * Some of what was to be counted could not be; the rest was. A repeat does no harm to the rest.
 * `codes` names the kinds of faults, and the cause is the first of them.
 */
export class NotAllCountedError extends Error {
  override readonly name = 'NotAllCountedError';
  readonly codes: readonly string[];

  constructor(faults: readonly unknown[]) {
    super(`${faults.length} could not be counted`, { cause: faults[0] });
    this.codes = [...new Set(faults.flatMap(codesOf))];
  }
}

/** @throws NotAllCountedError where there are faults; for when everything else is done */
export const throwFaults = (faults: readonly unknown[]): void => {
  if (faults.length > 0) throw new NotAllCountedError(faults);
};
