import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import type { Passage } from '../wording/wording.ts';

/** Paragraphs, without those that have nothing to say. */
export const paragraphs = (text: readonly string[]): readonly Markup[] =>
  text.filter((each) => each !== '').map((each) => markup`<p>${each}</p>`);

/** A message in the place of the form, or above it: its heading takes the focus. */
export const message = ({ title, text }: Passage, more: Part = false): Markup =>
  markup`<h2 tabindex=-1>${title}</h2>${paragraphs(text)}${more}`;
