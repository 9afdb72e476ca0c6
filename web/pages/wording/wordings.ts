import { pagesEnglish } from './english.ts';
import { pagesSpanish } from './spanish.ts';
import type { PagesWording } from './wording.ts';

/** The languages of the pages; a further one is a file of its own and a place here. */
export const pagesWordings: readonly [PagesWording, ...PagesWording[]] = [
  pagesEnglish,
  pagesSpanish,
];
