/** What administrators may send that others may not: a file of a few thousand organizations. */
export const stackOptions = { bodyLimitBytes: 2 * 1024 * 1024 };
