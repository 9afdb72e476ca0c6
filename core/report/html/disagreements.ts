import { type DependenceStatement, describeDependence } from '../../ranking/describe-dependence.ts';
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
  if (statements.length === 0) return markup`<p>${page.noDisagreement}</p>${interim}`;
  const members = Map.groupBy(statements, ({ list, id }) => `${list} ${id}`);
  const said = [...members.values()].map((some) => markup`<li>${inWords(some, content)}</li>`);
  return markup`<p>${page.someDisagreement}</p><ul>${said}</ul>${interim}`;
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
