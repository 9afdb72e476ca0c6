import { describe, expect, it } from 'vitest';
import {
  findView,
  isHeadline,
  metricsOf,
  queryOf,
  voicesOf,
} from '../../../../web/pages/results/view-query.ts';
import { aFinalReport } from '../../../core/report/a-release.ts';
import { aReport } from '../../../core/report/a-report.ts';

const final = aFinalReport({ organizations: 40, people: 30, regions: 2 });
const interim = aReport();
const ask = (query: string) => findView(final, new URLSearchParams(query));

describe('findView', () => {
  it('shows the headline figures of all organizations unless asked otherwise', () => {
    const { view, exact } = ask('');
    expect(view).toEqual({
      ...{ voice: 'respondent', metric: 'agree', list: 'categories', group: null },
    });
    expect(exact).toBe(true);
    expect(isHeadline(final, view)).toBe(true);
  });

  it('is found again by the query of every view', () => {
    for (const voice of voicesOf(final)) {
      for (const metric of metricsOf(final)) {
        for (const list of ['categories', 'items'] as const) {
          for (const group of [null, { attribute: 'region', group: 'Region 2' }]) {
            const view = { voice, metric, list, group };
            const query = new URLSearchParams(queryOf(final, view));
            expect(findView(final, query)).toEqual({ view, exact: true });
          }
        }
      }
    }
  });

  it.each(['voice=nobody', 'metric=best', 'list=all', 'group=region:nowhere'])(
    'says that it is not what %s asks for',
    (query) => {
      expect(ask(query).exact).toBe(false);
      expect(ask(query).view).toEqual(ask('').view);
    },
  );

  it('says so of a voice that an interim release does not have', () => {
    const { view, exact } = findView(interim, new URLSearchParams('voice=organization'));
    expect([view.voice, exact]).toEqual(['respondent', false]);
  });

  it('takes the headline figures by name as exact', () => {
    expect(ask('voice=respondent&metric=agree&list=categories').exact).toBe(true);
  });
});

describe('the choices of a report', () => {
  it('are the voices that it ranks by', () => {
    expect(voicesOf(final)).toEqual(['respondent', 'organization', 'population']);
    expect(voicesOf(interim)).toEqual(['respondent']);
  });

  it('are the metrics, without net where the levels have no middle', () => {
    expect(metricsOf(final)).toEqual(['agree', 'net', 'mean']);
    const even = { ...final, definition: { ...final.definition, levels: 4 } };
    expect(metricsOf(even)).toEqual(['agree', 'mean']);
  });
});
