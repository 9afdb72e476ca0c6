/** What was thrown, as an error: anything can be thrown, and of anything else only the type is told. */
export const thrownError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new TypeError(`no error was thrown, but ${typeof thrown}`);
