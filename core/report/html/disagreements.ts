import { describeDependence } from '../../ranking/describe-dependence.ts';
import { type Markup, markup } from './markup.ts';
import { type PageContent, sizeOf } from './page-content.ts';

/** Where another voice or metric ranks outside the places given by the headline figures. */
export const disagreements = (content: PageContent): Markup => {
  const { report, wording, rowsOf, titleOfRow } = content;
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
  const said = statements.map((statement) => {
    const { list, rankLow, rankHigh, dependsOn } = statement;
    const size = sizeOf(rowsOf(list));
    return wording.dependence(
      titleOfRow(statement),
      wording.openRanks({ low: rankLow, high: rankHigh, size }),
      statement.elsewhere.map(({ voice, metric, rank }) => ({
        by: dependsOn === 'voice' ? wording.voice[voice] : wording.metric[metric],
        rank: wording.rankOf(rank, size),
      })),
    );
  });
  return markup`<ul>${said.map((text) => markup`<li>${text}</li>`)}</ul>${interim}`;
};
