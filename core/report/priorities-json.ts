import { describeDependence } from '../ranking/describe-dependence.ts';
import type { Cell } from './column.ts';
import { openingWords } from './opening-words.ts';
import type { Report } from './report.ts';
import type { ReportTable } from './report-tables.ts';
import { titleOf } from './title-of.ts';

/** What is a part of another table already. */
const HELD_ELSEWHERE: ReadonlySet<string> = new Set(['categories']);

const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());

const objectsOf = ({ columns, cells }: ReportTable): readonly Record<string, Cell>[] => {
  const names = columns.map((column) => camelCase(column.name));
  return cells.map((row) => {
    const object: Record<string, Cell> = {};
    names.forEach((name, index) => {
      object[name] = row[index] ?? null;
    });
    return object;
  });
};

/**
 * The whole report as JSON: the same rows as the tables, with the columns' names in camelCase
 * and missing values null, and which ranks depend on the voice or the metric. Its schema is
 * `PrioritiesReport`.
 */
export const prioritiesJson = (report: Report, tables: readonly ReportTable[]): string => {
  const { definition } = report;
  const document = {
    version: 1,
    about: openingWords(report),
    poll: {
      id: report.poll,
      title: titleOf(definition.title, report.poll),
      ...(definition.title && { titles: definition.title }),
      levels: definition.levels,
      ...(definition.levelTitles && { levelTitles: definition.levelTitles }),
      mode: definition.mode,
      headlineMetric: definition.headlineMetric,
      categories: definition.categories.map((category) => ({
        id: category.id,
        title: category.title ?? {},
        items: category.items.map((item) => ({ id: item.id, title: item.title ?? {} })),
      })),
    },
    release: {
      number: report.number,
      kind: report.kind,
      asOf: report.asOf,
      leavesOutLateAnswers: report.leavesOutLateAnswers,
      ...(report.disclosureControl && { disclosureControl: report.disclosureControl }),
      minRespondents: definition.minRespondents,
      minOrganizations: definition.minOrganizations,
    },
    ...Object.fromEntries(
      tables
        .filter(({ name }) => !HELD_ELSEWHERE.has(name))
        .map((table) => [table.name, objectsOf(table)]),
    ),
    dependence: describeDependence(report.rows, definition.levels),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
};
