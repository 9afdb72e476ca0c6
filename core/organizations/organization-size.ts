/** What an organization may take up at most, as JSON: many fit into one transaction. */
export const MOST_BYTES_AN_ORGANIZATION = 16 * 1024;
