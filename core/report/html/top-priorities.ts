import type { PriorityRow } from '../../ranking/priority-row.ts';
import { titleOf } from '../title-of.ts';
import { type Markup, markup } from './markup.ts';
import { figureOf, type PageContent, rankInWords, sizeOf } from './page-content.ts';

/** The top priorities of each category in sentences, with the places that they may hold. */
export const topPriorities = (content: PageContent): Markup => {
  const { report, wording, rowsOf } = content;
  return markup`<ul class="top">${report.definition.categories.map(
    ({ id, title }) =>
      markup`<li><b>${titleOf(title, id, wording.language)}.</b> ${sentences(rowsOf(`category:${id}`), content)}</li>`,
  )}</ul>`;
};

const sentences = (rows: readonly PriorityRow[], content: PageContent): string => {
  const { report, wording, metric, titleOfRow } = content;
  const { top } = wording;
  const size = sizeOf(rows);
  const leading = rows.filter(({ rank }) => rank === 1);
  const [first] = leading;
  if (!first) return `${top.withoutRanks} ${withheldBecause(rows, content)}`;
  const named = (row: PriorityRow): string => {
    const ranks = row.rankLow === null ? null : rankInWords(row, size, wording);
    return `${titleOfRow(row)}${ranks ? ` (${ranks})` : ''}`;
  };
  const figure = figureOf(first, metric, report.definition.levels, wording) ?? '';
  const opening = top.first(wording.list(leading.map(named)), figure, leading.length > 1);
  if (first.rankLow === null) return `${opening} ${top.uncertain}`;
  const others = rows.filter(({ rank, rankLow }) => rank !== 1 && rankLow === 1).map(named);
  return `${opening} ${others.length > 0 ? top.alsoFirst(wording.list(others)) : certainty(rows, content)}`;
};

const certainty = (rows: readonly PriorityRow[], { wording }: PageContent): string =>
  rows.every(({ status }) => status === 'shown') ? wording.top.certain : '';

const withheldBecause = (rows: readonly PriorityRow[], { wording, report }: PageContent): string =>
  [...new Set(rows.map(({ status, voice }) => wording.status(status, report.definition, voice)))]
    .map((reason) => `${reason}.`)
    .join(' ');
