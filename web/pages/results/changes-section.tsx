import { useEffect, useState } from 'preact/hooks';
import type { Report } from '../../../core/report/report.ts';
import { type Answer, getReport, type Release } from '../api/reports.ts';
import { Drawn } from '../drawn.tsx';
import type { PagesWording } from '../wording/wording.ts';
import { changesTable } from './changes-table.ts';

/** What changed since the release before the one that is shown. */
export const ChangesSection = ({
  words,
  token,
  poll,
  release: { report, snapshot, snapshots },
}: {
  readonly words: PagesWording;
  readonly token: string | null;
  readonly poll: string;
  readonly release: Release;
}) => {
  const before = snapshots.find(({ number }) => number < snapshot.number);
  const [earlier, setEarlier] = useState<Answer<Report> | null>(null);
  useEffect(() => {
    let isWanted = true;
    setEarlier(null);
    if (before) {
      getReport(poll, before.snapshot, token).then((found) => {
        if (isWanted) setEarlier(found);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [poll, before?.snapshot, token]);

  if (!before) return null;
  const { number, kind, asOf } = before;
  const heading = words.changes.heading({ number, kind, day: words.report.day(asOf) });
  return (
    <section>
      <h2>{heading}</h2>
      {earlier === null && <p>{words.loading}</p>}
      {earlier?.kind === 'refused' && <p>{words.changes.failed}</p>}
      {earlier?.kind === 'found' && (
        <Drawn markup={changesTable({ earlier: earlier.value, now: report }, words)} />
      )}
    </section>
  );
};
