import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../core/report/html/report-page.ts';
import { prioritiesJson } from '../../../core/report/priorities-json.ts';
import type { Report } from '../../../core/report/report.ts';
import { reportFromJson } from '../../../core/report/report-from-json.ts';
import { publishedGroups, reportOfGroup } from '../../../core/report/report-of-group.ts';
import { reportTables } from '../../../core/report/report-tables.ts';
import { roundedReport } from '../../../core/report/rounded-report.ts';
import { wordings } from '../../../core/report/wording/wordings.ts';
import { PrioritiesReport } from '../../../schemas/report.ts';
import { aFinalReport } from './a-release.ts';
import { aReport } from './a-report.ts';
import { withoutFigures } from './without-figures.ts';

const final = aFinalReport({ organizations: 40, people: 30, regions: 2 });
const LEVEL_TITLES = ['No', 'Rather not', 'Neither', 'Rather', 'Yes'];
const REPORTS: readonly (readonly [string, Report])[] = [
  ['a final report with groups', final],
  ['one of few organizations', aFinalReport({ organizations: 5, people: 30 })],
  ['one with everything withheld', withoutFigures(final, 'too-few-answers')],
  ['one of an even number of levels', aFinalReport({ organizations: 12, people: 30, levels: 4 })],
  ['an interim report', aReport()],
  [
    'one whose levels have titles',
    {
      ...final,
      definition: {
        ...final.definition,
        levelTitles: LEVEL_TITLES.map((en) => ({ en, es: `${en} (es)` })),
      },
    },
  ],
];

const readBack = (report: Report): Report =>
  reportFromJson(PrioritiesReport.parse(JSON.parse(prioritiesJson(report, reportTables(report)))));

describe('reportFromJson', () => {
  it.each(REPORTS)('gives the page that the report itself gives: %s', (_what, report) => {
    const [again, rounded] = [readBack(report), roundedReport(report)];
    for (const wording of wordings) {
      expect(reportPage(again, [], wording)).toBe(reportPage(rounded, [], wording));
    }
  });

  it('says that no release rule was applied, where the file says so', () => {
    expect(readBack({ ...final, disclosureControl: 'none' }).disclosureControl).toBe('none');
  });
});

describe('reportOfGroup', () => {
  const [first] = publishedGroups(final);
  if (!first) throw new Error('no group');
  const group = reportOfGroup(final, first);

  it('has the rankings, the answers and the participation of the group alone', () => {
    const ranked = final.breakdowns.filter(
      (entry) => entry.kind === 'ranked' && entry.group === first.group,
    );
    expect(group.rows).toHaveLength(ranked.length);
    expect(group.participation).toHaveLength(1);
    expect(group.distribution).toHaveLength(12);
  });

  it('opens with how many of the group answered', () => {
    const asked = final.participation.find(({ group }) => group === first.group);
    const [english] = wordings;
    if (!english || !asked) throw new Error('no words');
    expect(reportPage(group, [], english)).toContain(
      `of the ${asked.organizationsAsked} organizations asked`,
    );
  });
});
