import type { Snapshot } from '../../../schemas/release.ts';
import type { Release } from '../api/reports.ts';
import { InnerLink } from '../inner-link.tsx';
import type { Go } from '../use-address.ts';
import { withParameters } from '../with-parameters.ts';
import type { NamedRelease, PagesWording } from '../wording/wording.ts';

type Properties = {
  readonly words: PagesWording;
  readonly address: URL;
  readonly go: Go;
  readonly release: Release;
};

const named = ({ number, kind, asOf }: Snapshot, { report }: PagesWording): NamedRelease => ({
  number,
  kind,
  day: report.day(asOf),
});

/** Says that there is a later release, where there is. */
export const EarlierNotice = ({ words, address, go, release }: Properties) => {
  const { snapshot, snapshots } = release;
  const [latest] = snapshots;
  if (latest.number === snapshot.number) return null;
  return (
    <p class="notice">
      {words.releases.earlier(named(latest, words))}{' '}
      <InnerLink go={go} href={withParameters(address, { release: null })}>
        {words.releases.toLatest}
      </InnerLink>
    </p>
  );
};

/** Every release, newest first, each with an address that keeps it. */
export const ReleasesSection = ({ words, address, go, release }: Properties) => {
  const { releases } = words;
  const { snapshot: shown, snapshots } = release;
  return (
    <section>
      <h2>{releases.heading}</h2>
      <p>{releases.note}</p>
      <ul class="releases">
        {snapshots.map((snapshot, index) => {
          const said = [
            ...(index === 0 ? [releases.latest] : []),
            ...(snapshot.number === shown.number ? [releases.shown] : []),
          ];
          return (
            <li key={snapshot.snapshot}>
              <InnerLink go={go} href={withParameters(address, { release: snapshot.snapshot })}>
                {releases.release(named(snapshot, words))}
              </InnerLink>
              {said.length > 0 && ` (${said.join(', ')})`}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
