/** The command was called in a way that cannot be followed; the message says what to do. */
export class WrongUsageError extends Error {
  override readonly name = 'WrongUsageError';
}
