import type { OrganizationWording } from './wording/wording.ts';
import { organizationWordings } from './wording/wordings.ts';

/**
 * What to print in: the languages of the form, since whoever comes from paper finds no others;
 * all where these pages have none of them.
 */
export const wordingsFor = (languages: readonly string[]): readonly OrganizationWording[] => {
  const known = organizationWordings.filter(({ language }) => languages.includes(language));
  return known.length > 0 ? known : organizationWordings;
};
