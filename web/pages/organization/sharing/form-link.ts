/**
 * The address of the form of one organization in a poll, as it is shared and printed.
 *
 * @param origin of the site
 */
export const formLink = (origin: string, poll: string, organization: string): string =>
  `${origin}/p/${poll}/${organization}`;

/** A link as it need be typed: browsers put `https://` before it of their own. */
export const typedLink = (link: string): string => link.replace(/^https:\/\//, '');
