import { againstVoices } from '../../ranking/dependence.ts';
import { type DependenceStatement, describeDependence } from '../../ranking/describe-dependence.ts';
import type { PriorityRow } from '../../ranking/priority-row.ts';
import { rowsByList } from '../../ranking/rows-by-list.ts';
import { type Markup, markup, type Part } from './markup.ts';
import { type PageContent, sizeOf } from './page-content.ts';

/** Where another voice or metric ranks outside the places given by the headline figures. */
export const disagreements = (content: PageContent): Markup => {
  const { report, wording } = content;
  const { page } = wording;
  const { levels, headlineMetric } = report.definition;
  const headline = report.rows.filter(
    ({ voice, metric }) => voice === 'respondent' && metric === headlineMetric,
  );
  const interim = report.kind === 'interim' && markup`<p>${page.interimVoice}</p>`;
  if (!headline.some(({ rankLow }) => rankLow !== null)) {
    return markup`<p>${page.noComparison}</p>${interim}`;
  }
  const statements = describeDependence(report.rows, levels).filter(
    ({ list, voice, metric }) =>
      list !== 'items' && voice === 'respondent' && metric === headlineMetric,
  );
  const gaps = notCompared(headline, content);
  if (statements.length === 0) {
    const everywhere = gaps === false && !interim;
    const nowhere = everywhere ? page.noDisagreement : page.noDisagreementAmongShown;
    return markup`<p>${nowhere}</p>${gaps}${interim}`;
  }
  const members = Map.groupBy(statements, ({ list, id }) => `${list} ${id}`);
  const said = [...members.values()].map((some) => markup`<li>${inWords(some, content)}</li>`);
  return markup`<p>${page.someDisagreement}</p><ul>${said}</ul>${gaps}${interim}`;
};

/** How many ranks some voice of the report could not be held against; an interim report has one. */
const notCompared = (headline: readonly PriorityRow[], { report, wording }: PageContent): Part => {
  const others = new Set(report.rows.map(({ voice }) => voice)).size - 1;
  const expected = report.kind === 'interim' ? 0 : Math.max(1, others);
  const find = rowsByList(report.rows);
  const ranked = headline.filter(({ list, rank }) => list !== 'items' && rank !== null);
  const some = ranked.filter(
    (row) => row.rankLow === null || againstVoices(row, find).length < expected,
  );
  return some.length > 0 && markup`<p>${wording.page.notCompared(some.length, ranked.length)}</p>`;
};

/** All that is said of one member, of voices and of metrics, as one sentence. */
const inWords = (statements: readonly DependenceStatement[], content: PageContent): Part => {
  const { wording, rowsOf, titleOfRow } = content;
  const [first] = statements;
  if (!first) return false;
  const { list, rankLow, rankHigh } = first;
  const size = sizeOf(rowsOf(list));
  const ranks = statements.flatMap(({ dependsOn, elsewhere }) =>
    elsewhere.map(({ voice, metric, rank }) => ({
      rank: wording.rankOf(rank, size),
      by: dependsOn === 'voice' ? wording.voice[voice] : wording.metric[metric],
    })),
  );
  const elsewhere = [...Map.groupBy(ranks, ({ rank }) => rank)].map(([rank, some]) => ({
    rank,
    by: some.map(({ by }) => by),
  }));
  const above = wording.openRanks({ low: rankLow, high: rankHigh, size });
  return markup`<b>${titleOfRow(first)}:</b> ${wording.dependence(above, elsewhere)}`;
};
