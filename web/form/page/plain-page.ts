import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import type { LocalizedText } from '../../../schemas/identifier.ts';
import type { FormWording, Passage } from '../wording/wording.ts';
import { htmlDocument } from './document.ts';
import { localizedMarkup } from './localized.ts';
import { paragraphs } from './passage.ts';

/** A page without a script: what it says, and in which other languages it can be had. */
export type PlainPage = {
  readonly wording: FormWording;
  readonly passage: Passage;
  /** What stands below the message. */
  readonly more?: Part;
  readonly organization?: { readonly id: string; readonly name: LocalizedText };
  /** Wordings that the same address can be had in by `?lang=`; none where it was a post. */
  readonly alternatives?: readonly FormWording[];
  /** Says in the title that something is wrong. */
  readonly isError?: boolean;
};

const languageLinks = (
  alternatives: readonly FormWording[],
  { language: own }: FormWording,
): readonly Markup[] =>
  alternatives
    .filter(({ language }) => language !== own)
    .map(({ language, name }) => markup`<a href="?lang=${language}" lang=${language}>${name}</a>`);

/** A page of one message, such as that the poll has closed. */
export const plainPage = (page: PlainPage): string => {
  const { wording, passage, more = false, organization, alternatives = [], isError } = page;
  return htmlDocument({
    language: wording.language,
    title: `${isError ? wording.errorPrefix : ''}${passage.title}`,
    body: markup`<header><span>${organization !== undefined && localizedMarkup(organization.name, organization.id, wording.language)}</span><span>${languageLinks(alternatives, wording)}</span></header><main><h1>${passage.title}</h1>${paragraphs(passage.text)}${more}</main>`,
  });
};
