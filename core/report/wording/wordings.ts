import { english } from './english.ts';
import { spanish } from './spanish.ts';
import type { Wording } from './wording.ts';

/** The languages that reports are written in, the tables' own first. */
export const wordings: readonly Wording[] = [english, spanish];
