/**
 * The address of the form of one organization in a poll, as it is shared and printed.
 *
 * @param origin of the site
 */
export const formLink = (origin: string, poll: string, organization: string): string =>
  `${origin}/p/${poll}/${organization}`;

/** Characters after the site's name that a link may have before it is a burden to type. */
const MOST_TO_TYPE = 40;

/** Whether a form's address is longer than people should have to type. */
export const isLongToType = (poll: string, organization: string): boolean =>
  formLink('', poll, organization).length > MOST_TO_TYPE;

/** A link as it need be typed: browsers put `https://` before it of their own. */
export const typedLink = (link: string): string => link.replace(/^https:\/\//, '');
