/** A file that was given cannot be used; the message names the file, the place and the fault. */
export class UnusableInputError extends Error {
  override readonly name = 'UnusableInputError';
}
