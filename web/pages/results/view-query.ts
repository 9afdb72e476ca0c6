import type { Report } from '../../../core/report/report.ts';
import type { PublishedGroup } from '../../../core/report/report-of-group.ts';
import { publishedGroups, reportOfGroup } from '../../../core/report/report-of-group.ts';
import { METRICS, VOICES } from '../../../schemas/format.ts';
import type { Metric, Voice } from '../../../schemas/poll.ts';

/** What is shown of a report. */
export type View = {
  readonly voice: Voice;
  readonly metric: Metric;
  readonly list: 'categories' | 'items';
  /** Null for all organizations. */
  readonly group: PublishedGroup | null;
};

/** A view that a report has; `exact` unless the address asked for one that it does not have. */
export type FoundView = { readonly view: View; readonly exact: boolean };

const NAMES = ['voice', 'metric', 'list', 'group'] as const;
const SEPARATOR = ':';

/** The voices that a report ranks all items by. */
export const voicesOf = ({ rows }: Report): readonly Voice[] =>
  VOICES.filter((voice) => rows.some((row) => row.list === 'items' && row.voice === voice));

/** The metrics that a report has; for an even number of levels `net` ranks as `agree` does. */
export const metricsOf = ({ definition }: Report): readonly Metric[] =>
  METRICS.filter((metric) => metric !== 'net' || definition.levels % 2 === 1);

/** What a report says of a view's group, or of all organizations. */
export const reportOfView = (report: Report, { group }: Pick<View, 'group'>): Report =>
  group === null ? report : reportOfGroup(report, group);

/** The view that an address asks for, as near as the report has it. */
export const findView = (report: Report, asked: URLSearchParams): FoundView => {
  const groups = publishedGroups(report);
  const group = groups.find((one) => nameOf(one) === asked.get('group')) ?? null;
  const shown = reportOfView(report, { group });
  const view: View = {
    voice: voicesOf(shown).find((voice) => voice === asked.get('voice')) ?? 'respondent',
    metric:
      metricsOf(report).find((metric) => metric === asked.get('metric')) ??
      report.definition.headlineMetric,
    list: asked.get('list') === 'items' ? 'items' : 'categories',
    group,
  };
  const found = new URLSearchParams(queryOf(report, view));
  const exact = NAMES.every((name) => {
    const wanted = asked.get(name);
    return wanted === null || wanted === (found.get(name) ?? defaultsOf(report)[name]);
  });
  return { view, exact };
};

const defaultsOf = ({ definition }: Report) => ({
  voice: 'respondent',
  metric: definition.headlineMetric,
  list: 'categories',
  group: '',
});

/** A group as it stands in addresses. */
export const nameOf = ({ attribute, group }: PublishedGroup): string =>
  `${attribute}${SEPARATOR}${group}`;

/** The parameters of a view, those left out that are as the headline figures have them. */
export const queryOf = (report: Report, view: View): Readonly<Record<string, string>> => {
  const all = { ...view, group: view.group === null ? '' : nameOf(view.group) };
  const defaults = defaultsOf(report);
  return Object.fromEntries(
    NAMES.filter((name) => all[name] !== defaults[name]).map((name) => [name, all[name]]),
  );
};

/** Whether a view shows the headline figures, whoever they are of and however they are listed. */
export const isHeadline = ({ definition }: Report, { voice, metric }: View): boolean =>
  voice === 'respondent' && metric === definition.headlineMetric;
