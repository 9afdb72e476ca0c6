const { origin, pathname } = location;
const [, , poll, organization] = pathname.split('/');

/** What is kept for this form among what is kept for others. */
export const place = `${poll}/${organization}`;

/** Where responses to this poll within this organization are, by response id. */
export const responses = `${origin}/v1/polls/${poll}/organizations/${organization}/responses/`;

/** The form's own address, in a language if one is named. */
export const formAddress = (language?: string): string =>
  language ? `${pathname}?lang=${language}` : pathname + location.search;

/** The link that opens a response: its receipt is in the fragment, which no browser sends. */
export const linkOf = (receipt: string): string => `${origin}${formAddress()}#${receipt}`;
