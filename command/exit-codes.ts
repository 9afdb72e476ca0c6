/** What the command ends with, and what it means. */
export const EXIT_CODES = {
  written: 0,
  failed: 1,
  wrongUsage: 2,
  unusableInput: 3,
  withheld: 4,
} as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];
