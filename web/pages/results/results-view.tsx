import { useEffect } from 'preact/hooks';
import { disagreements } from '../../../core/report/html/disagreements.ts';
import { groupsTables } from '../../../core/report/html/groups-tables.ts';
import { legend } from '../../../core/report/html/legend.ts';
import { pageContent, sizeOf } from '../../../core/report/html/page-content.ts';
import {
  allItemsTable,
  categoriesTable,
  priorityTable,
} from '../../../core/report/html/priority-table.ts';
import { topPriorities } from '../../../core/report/html/top-priorities.ts';
import { withheld } from '../../../core/report/html/withheld.ts';
import { openingWords } from '../../../core/report/opening-words.ts';
import { titleOf } from '../../../core/report/title-of.ts';
import type { Release } from '../api/reports.ts';
import { Drawn } from '../drawn.tsx';
import { Note } from '../note.tsx';
import type { Go } from '../use-address.ts';
import type { PagesWording } from '../wording/wording.ts';
import { ChangesSection } from './changes-section.tsx';
import { DownloadsSection } from './downloads-section.tsx';
import { EarlierNotice, ReleasesSection } from './releases-section.tsx';
import { viewContent } from './view-content.ts';
import { ViewControls } from './view-controls.tsx';
import { findView, isHeadline, reportOfView } from './view-query.ts';

/** A release as it is shown: what to know first, then the figures, then where they are from. */
export const ResultsView = ({
  words,
  address,
  go,
  token,
  poll,
  release,
}: {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly token: string | null;
  readonly poll: string;
  readonly release: Release;
}) => {
  const { report } = release;
  const wording = words.report;
  const { page } = wording;
  const found = findView(report, address.searchParams);
  const { view } = found;
  const shown = reportOfView(report, view);
  const content = viewContent(shown, view, words);
  const whole = pageContent(report, wording);
  const nothingShown = sizeOf(content.rowsOf('items')) === 0;
  const { categories } = report.definition;
  const groups = view.group === null ? groupsTables(whole) : false;
  const title = titleOf(report.definition.title, report.poll, wording.language);
  const { order, bars, interval } = page.howToRead;
  const made = page.howItWasMade({
    ...{ thresholds: report.definition, kind: report.kind },
    controlled: report.disclosureControl !== 'none',
  });
  useEffect(() => {
    document.title = `${words.results}: ${title} · Groundswell`;
  }, [title, words]);

  return (
    <>
      <h1>{title}</h1>
      <p class="lead">
        {page.kind[report.kind]}, {page.asOf(wording.day(report.asOf))}
      </p>
      <EarlierNotice {...{ words, address, go, release }} />
      <section class="note">
        <h2>{page.first}</h2>
        <ul>
          {openingWords(shown, wording).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <ViewControls {...{ words, address, go, report, found }} />
      <section>
        <h2>{page.topPriorities}</h2>
        {nothingShown ? <p>{page.allWithheld}</p> : <Drawn markup={topPriorities(content)} />}
        <Note title={words.notes.order} texts={[order]} />
        <Note title={words.notes.kind} texts={[made.kind]} />
      </section>
      {!nothingShown && (
        <section aria-labelledby="ranked">
          <h2 id="ranked">{words.view.lists[view.list]}</h2>
          <Drawn markup={legend(content)} />
          {view.voice !== 'respondent' && <p>{words.view.bars}</p>}
          <Note title={words.notes.bars} texts={[bars]} />
          <Note title={words.notes.interval} texts={[interval]} />
          <Note title={words.notes.tiers.title} texts={[words.notes.tiers.text]} />
          {view.list === 'items' ? (
            <Drawn markup={allItemsTable(content)} />
          ) : (
            categories.map((category) => (
              <Drawn key={category.id} markup={priorityTable(category, content)} />
            ))
          )}
          {view.list === 'categories' && categories.length > 1 && (
            <Drawn markup={categoriesTable(content)} />
          )}
        </section>
      )}
      {view.group === null && isHeadline(report, view) && !nothingShown && (
        <section>
          <h2>{page.disagreements}</h2>
          <Drawn markup={disagreements(whole)} />
        </section>
      )}
      {groups && <Drawn markup={groups} />}
      <section>
        <h2>{page.withheld}</h2>
        <Drawn markup={withheld(whole)} />
        {made.hidden && <Note title={words.notes.withheld} texts={[made.hidden]} />}
      </section>
      <ChangesSection {...{ words, token, poll, release }} />
      <ReleasesSection {...{ words, address, go, release }} />
      <DownloadsSection {...{ words, token, poll, release }} />
      <section>
        <h2>{page.making}</h2>
        <Note title={words.notes.computed} texts={[made.computed]} />
      </section>
    </>
  );
};
