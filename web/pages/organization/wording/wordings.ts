import { organizationEnglish } from './english.ts';
import { organizationSpanish } from './spanish.ts';
import type { OrganizationWording } from './wording.ts';

/** The languages of a coordinator's pages and of what they print, in the order of the sheet. */
export const organizationWordings: readonly [OrganizationWording, ...OrganizationWording[]] = [
  organizationEnglish,
  organizationSpanish,
];

/** The words of a language, else of the first there is. */
export const organizationWordingIn = (language: string): OrganizationWording =>
  organizationWordings.find((words) => words.language === language) ?? organizationWordings[0];
