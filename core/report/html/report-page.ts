import type { PublishedFile } from '../../../schemas/release.ts';
import { openingWords } from '../opening-words.ts';
import type { Report } from '../report.ts';
import { titleOf } from '../title-of.ts';
import type { Wording } from '../wording/wording.ts';
import { disagreements } from './disagreements.ts';
import { filesTable } from './files-table.ts';
import { groupsTables } from './groups-tables.ts';
import { legend } from './legend.ts';
import { type Markup, markup, type Part } from './markup.ts';
import { type PageContent, pageContent, sizeOf } from './page-content.ts';
import { pageStyle } from './page-style.ts';
import { categoriesTable, priorityTable } from './priority-table.ts';
import { topPriorities } from './top-priorities.ts';
import { withheld } from './withheld.ts';

/** Nothing may be loaded or run, whatever a title holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A report as one page in one language: no script, no request. For a planner with two minutes:
 * what to know first, then the priorities in sentences, then the tables that are the charts.
 *
 * @param files the release's data files, whose hashes the page names
 */
export const reportPage = (
  report: Report,
  files: readonly PublishedFile[],
  wording: Wording,
): string => {
  const content = pageContent(report, wording);
  const title = titleOf(report.definition.title, report.poll, wording.language);
  const page = markup`<!doctype html>
<html lang="${wording.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${title}</title><style>${{ html: pageStyle }}</style></head><body>
${header(title, content)}
<main>${body(content)}${howItCame(content, files)}</main>
</body></html>
`;
  return page.html;
};

const header = (title: string, { report, wording }: PageContent): Markup => {
  const { page } = wording;
  return markup`<header><h1>${title}</h1><p class="lead">${page.kind[report.kind]}, ${page.asOf(wording.day(report.asOf))}</p></header>`;
};

const section = (heading: string, ...parts: readonly Part[]): Markup =>
  markup`<section><h2>${heading}</h2>${parts}</section>
`;

const paragraphs = (texts: readonly string[]): Markup =>
  markup`${texts.map((text) => markup`<p>${text}</p>`)}`;

const body = (content: PageContent): Markup => {
  const { report, wording, rowsOf } = content;
  const { page } = wording;
  const nothingShown = sizeOf(rowsOf('items')) === 0;
  const { categories } = report.definition;
  return markup`<section class="note"><h2>${page.first}</h2><ul>${openingWords(report, wording).map(
    (words) => markup`<li>${words}</li>`,
  )}</ul></section>
${section(page.topPriorities, nothingShown ? paragraphs([page.allWithheld]) : topPriorities(content))}${
  !nothingShown &&
  markup`<section>${legend(content)}${categories.map((category) => priorityTable(category, content))}${categories.length > 1 && categoriesTable(content)}</section>
${section(page.disagreements, disagreements(content))}${groupsTables(content)}`
}${section(page.withheld, withheld(content))}`;
};

const howItCame = ({ wording, report }: PageContent, files: readonly PublishedFile[]): Markup => {
  const { page } = wording;
  const { definition: thresholds, kind, disclosureControl } = report;
  const controlled = disclosureControl !== 'none';
  const { hidden, ...made } = page.howItWasMade({ thresholds, kind, controlled });
  return markup`${section(page.reading, paragraphs(Object.values(page.howToRead)))}${section(
    page.making,
    paragraphs([made.kind, ...(hidden === null ? [] : [hidden]), made.computed]),
  )}${section(page.files, filesTable(files, wording))}`;
};
