import { pageContent } from '../../../../core/report/html/page-content.ts';
import { withheld } from '../../../../core/report/html/withheld.ts';
import { reportFromJson } from '../../../../core/report/report-from-json.ts';
import type { PrioritiesReport } from '../../../../schemas/report.ts';
import { filePath } from '../../api/reports.ts';
import { Drawn } from '../../drawn.tsx';
import type { AdminContext } from '../context.ts';
import { useLoaded } from '../use-loaded.ts';

/** What is withheld within a release, in the report's own words. */
export const WithheldInside = ({
  context: { text, words, call },
  poll,
  snapshot,
}: {
  readonly context: AdminContext;
  readonly poll: string;
  readonly snapshot: string;
}) => {
  const path = filePath(poll, snapshot, 'priorities.json');
  const [loaded] = useLoaded(() => call<PrioritiesReport>('GET', path));
  if (loaded.kind === 'loading') return <p>{text.loading}</p>;
  if (loaded.kind === 'refused') return <p>{text.release.insideAway}</p>;
  return <Drawn markup={withheld(pageContent(reportFromJson(loaded.value), words.report))} />;
};
