import { levelClass } from './diverging-bar.ts';
import { type Markup, markup } from './markup.ts';
import type { PageContent } from './page-content.ts';

/** What each colour of the bars stands for. */
export const legend = ({ levelTitles, wording }: PageContent): Markup =>
  markup`<ul class="legend" aria-label="${wording.page.legend}">${levelTitles.map(
    (title, index) =>
      markup`<li><svg class="bar" viewBox="0 0 14 14" aria-hidden="true"><rect class="${levelClass(index, levelTitles.length)}" x="1" y="1" width="12" height="12"/></svg>${title}</li>`,
  )}</ul>`;
