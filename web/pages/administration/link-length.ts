/** What people type off a poster: more than this after the domain is hard to get right. */
const LONGEST_LINK = 40;
/** With fewer characters left, ids of organizations say little. */
const LEAST_ROOM = 12;

/** How long the link to an organization's form is after the domain, where that is too much. */
export const excessiveLink = (poll: string, organization: string): number | null => {
  const { length } = `/p/${poll}/${organization}`;
  return length > LONGEST_LINK ? length : null;
};

/** How many characters a poll's id leaves for ids of organizations, where that is too few. */
export const scarceRoom = (poll: string): number | null => {
  const room = LONGEST_LINK - `/p/${poll}/`.length;
  return room < LEAST_ROOM ? room : null;
};
