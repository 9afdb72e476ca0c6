/** Where the API says how many have answered. */
export const participationPath = (poll: string): string => `/v1/polls/${poll}/participation`;
