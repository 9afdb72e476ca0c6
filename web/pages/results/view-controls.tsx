import { useState } from 'preact/hooks';
import type { Report } from '../../../core/report/report.ts';
import type { PublishedGroup } from '../../../core/report/report-of-group.ts';
import { publishedGroups } from '../../../core/report/report-of-group.ts';
import { InnerLink } from '../inner-link.tsx';
import { Note } from '../note.tsx';
import type { Go } from '../use-address.ts';
import { withParameters } from '../with-parameters.ts';
import type { PagesWording } from '../wording/wording.ts';
import { Choice } from './choice.tsx';
import { countMoves } from './moves.ts';
import {
  type FoundView,
  isHeadline,
  metricsOf,
  nameOf,
  queryOf,
  reportOfView,
  type View,
  voicesOf,
} from './view-query.ts';

const NO_VIEW = { voice: null, metric: null, list: null, group: null };

/** Chooses whose voice, which metric, which list and whose answers; says what moves. */
export const ViewControls = ({
  words,
  address,
  go,
  report,
  found: { view, exact },
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly report: Report;
  readonly found: FoundView;
}) => {
  const { view: text, notes, report: wording } = words;
  const shown = reportOfView(report, view);
  const voices = voicesOf(shown);
  const groups = publishedGroups(report);
  const hrefOf = (change: Partial<View>): string =>
    withParameters(address, { ...NO_VIEW, ...queryOf(report, { ...view, ...change }) });
  const change = (to: Partial<View>): void => go(hrefOf(to));
  // On a phone the figures come before what few people choose.
  const [isWide] = useState(() => matchMedia('(min-width: 48rem)').matches);
  const { moved, outside, all } = countMoves(shown, view);
  const groupName = (group: PublishedGroup | null): string =>
    group === null
      ? text.everyone
      : text.groupOf(group.attribute, group.group === 'Other' ? wording.page.other : group.group);
  return (
    <section class="view" aria-labelledby="view">
      <h2 id="view" class="only-screen">
        {text.heading}
      </h2>
      <details class="fold only-screen" open={isWide}>
        <summary>{text.choose}</summary>
        <div class="choices">
          {voices.length > 1 && (
            <Choice
              name="voice"
              legend={text.voice}
              options={voices.map((voice) => ({ value: voice, label: text.voices[voice] }))}
              chosen={view.voice}
              onChoose={(voice) => change({ voice })}
            />
          )}
          <Choice
            name="metric"
            legend={text.metric}
            options={metricsOf(report).map((metric) => ({
              value: metric,
              label: text.metrics[metric],
            }))}
            chosen={view.metric}
            onChoose={(metric) => change({ metric })}
          />
          <Choice
            name="list"
            legend={text.list}
            options={(['categories', 'items'] as const).map((list) => ({
              value: list,
              label: text.lists[list],
            }))}
            chosen={view.list}
            onChoose={(list) => change({ list })}
          />
          {groups.length > 0 && (
            <Choice
              name="group"
              legend={text.group}
              options={[null, ...groups].map((group) => ({
                value: group === null ? '' : nameOf(group),
                label: groupName(group),
              }))}
              chosen={view.group === null ? '' : nameOf(view.group)}
              onChoose={(name) =>
                change({ group: groups.find((one) => nameOf(one) === name) ?? null })
              }
            />
          )}
        </div>
      </details>
      {!exact && <p class="notice">{text.notHere}</p>}
      <p role="status">
        {isHeadline(report, view) ? text.isHeadline : text.moved(moved, outside, all)}
      </p>
      {!isHeadline(report, view) && (
        <p class="only-screen">
          <InnerLink
            go={go}
            href={hrefOf({ voice: 'respondent', metric: report.definition.headlineMetric })}
          >
            {text.toHeadline}
          </InnerLink>
        </p>
      )}
      <p class="only-print">
        {text.shown(text.voices[view.voice], text.metrics[view.metric], groupName(view.group))}
      </p>
      {view.group !== null && <p>{wording.page.groupsWarning}</p>}
      {voices.length > 1 ? (
        <Note title={notes.voices.title} texts={[notes.voices.text]} />
      ) : (
        report.kind === 'interim' && <p>{wording.page.interimVoice}</p>
      )}
      <Note title={notes.metrics.title} texts={[notes.metrics.text]} />
    </section>
  );
};
