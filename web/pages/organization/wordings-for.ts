import type { LocalizedText } from '../../../schemas/identifier.ts';
import type { OrganizationWording } from './wording/wording.ts';
import { organizationWordings } from './wording/wordings.ts';

/**
 * The languages to print in: those that the poll's title is in, since the form has no others;
 * all where the title says nothing about it.
 */
export const wordingsFor = (title: LocalizedText | undefined): readonly OrganizationWording[] => {
  const known = organizationWordings.filter(({ language }) => title?.[language]);
  return known.length > 0 ? known : organizationWordings;
};
