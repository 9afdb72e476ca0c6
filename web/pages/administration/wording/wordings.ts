import { administrationEnglish } from './english.ts';
import { administrationSpanish } from './spanish.ts';
import type { AdministrationWording } from './wording.ts';

const WORDINGS: Readonly<Record<string, AdministrationWording>> = {
  en: administrationEnglish,
  es: administrationSpanish,
};

/** The administrator's words in the language of the page; a further one is a file and a place here. */
export const administrationWording = (language: string): AdministrationWording =>
  WORDINGS[language] ?? administrationEnglish;
