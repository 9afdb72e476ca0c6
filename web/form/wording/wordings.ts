import { english } from './english.ts';
import { spanish } from './spanish.ts';
import type { FormWording } from './wording.ts';

/** The languages of the respondents' pages; a further one is a file and a place in this list. */
export const wordings: readonly FormWording[] = [english, spanish];
