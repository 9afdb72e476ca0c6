import type { PriorityRow } from '../../../core/ranking/priority-row.ts';
import { type Markup, markup, type Part } from '../../../core/report/html/markup.ts';
import { type PageContent, pageContent } from '../../../core/report/html/page-content.ts';
import type { Report } from '../../../core/report/report.ts';
import type { PagesWording } from '../wording/wording.ts';
import { movesFrom } from './moves.ts';
import type { View } from './view-query.ts';

/** Prepares what a view shows; beside each rank stand its tier and where the headline has it. */
export const viewContent = (report: Report, view: View, words: PagesWording): PageContent => {
  const movesOf = movesFrom(report);
  const besideRank = (row: PriorityRow): Part => [
    row.tier !== null && small(words.beside.tier(row.tier)),
    movedIn(row),
  ];
  const movedIn = (row: PriorityRow): Part => {
    const move = movesOf(row);
    if (move === null) return false;
    const headline = words.beside.headline(words.report.rankOf(move.rank, move.size));
    const said = move.outside ? `${headline}, ${words.beside.outside}` : headline;
    return markup`<small class="moved">${arrow((row.rank ?? 0) < move.rank)}${said}</small>`;
  };
  return pageContent(report, words.report, { ...view, besideRank });
};

const small = (text: string): Markup => markup`<small class="tier">${text}</small>`;

/** Drawn, because not every font has it; the words beside it say the same. */
const arrow = (up: boolean): Markup =>
  markup`<svg class="arrow" viewBox="0 0 10 8" aria-hidden="true"><path d="${up ? 'M5 0 10 8H0z' : 'M5 8 10 0H0z'}"/></svg>`;
