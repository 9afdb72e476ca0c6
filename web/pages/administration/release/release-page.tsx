import { useState } from 'preact/hooks';
import type { ReleaseView, RequestedRollUp } from '../../../../schemas/release.ts';
import { Facts } from '../../controls/facts.tsx';
import { InnerLink } from '../../inner-link.tsx';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { resultsHref } from '../place.ts';
import { Refused } from '../refused.tsx';
import { useAct } from '../use-act.ts';
import { useEvery, useLoaded } from '../use-loaded.ts';
import { WithheldInside } from './withheld-inside.tsx';

const LOOK_MS = 5000;
/** How often it looks again after a release was asked for. */
const LOOKS = 12;

type Props = { readonly context: AdminContext; readonly view: ReleaseView };

const Latest = ({ context: { text, words, address, go }, view: { poll, latest } }: Props) => {
  const { release } = text;
  return (
    <section>
      <h2>{release.latest}</h2>
      {latest ? (
        <>
          <Facts
            facts={[
              [text.sections.release, release.number(latest.number)],
              [release.kind, release.kinds[latest.kind]],
              [release.asOf, words.report.day(latest.asOf)],
            ]}
          />
          <p class="buttons">
            <InnerLink go={go} href={resultsHref(address, poll)}>
              {release.toResults}
            </InnerLink>
          </p>
        </>
      ) : (
        <p>{release.none}</p>
      )}
    </section>
  );
};

const Withheld = ({ context, view: { poll, latest, withheld } }: Props) => {
  const { text } = context;
  const { release } = text;
  const since = withheld?.since === undefined ? null : text.instant(withheld.since);
  return (
    <section>
      <h2>{release.withheld}</h2>
      {withheld ? (
        <>
          <p>{release.lastAttempt(withheld.kind, since)}</p>
          <ul>
            {withheld.reasons.map((reason) => (
              <li key={reason}>{release.reasons[reason]}</li>
            ))}
            {withheld.reasons.length === 0 && <li>{release.noReason}</li>}
          </ul>
        </>
      ) : (
        <p>{release.nothingWithheld}</p>
      )}
      {latest && (
        <>
          <h3>{release.inside}</h3>
          <WithheldInside key={latest.snapshot} {...{ context, poll }} snapshot={latest.snapshot} />
        </>
      )}
    </section>
  );
};

const FinalCount = ({ context: { text }, view: { state, finalCount } }: Props) => {
  const { release } = text;
  if (!finalCount) return <p>{release.noEnd}</p>;
  const { dueAt, sealedAt, decided } = finalCount;
  const stage = (): string => {
    if (decided) return release.done;
    if (sealedAt !== undefined) return release.deciding;
    return state === 'closed' ? release.counting : release.pending;
  };
  return (
    <>
      <p role="status">{stage()}</p>
      <Facts
        facts={[
          [release.due, text.instant(dueAt)],
          [release.sealed, sealedAt === undefined ? release.notYet : text.instant(sealedAt)],
          [release.decided, decided ? release.yes : release.notYet],
        ]}
      />
    </>
  );
};

/** What was released and what not, the final count, and asking for a release now. */
export const ReleasePage = ({
  context,
  poll,
}: {
  readonly context: AdminContext;
  readonly poll: string;
}) => {
  const { text, call, tell } = context;
  const { release } = text;
  const [loaded, reload] = useLoaded(() => call<ReleaseView>('GET', `/v1/polls/${poll}/release`));
  const act = useAct();
  const view = loaded.kind === 'found' ? loaded.value : null;
  const isWaiting = view?.state === 'closed' && !view.finalCount?.decided;
  const [looks, setLooks] = useState(0);
  useEvery(LOOK_MS, isWaiting || looks > 0, () => {
    setLooks(Math.max(0, looks - 1));
    void reload('quietly');
  });
  const ask = async (): Promise<void> => {
    const asked = await act.run(() => call<RequestedRollUp>('POST', `/v1/polls/${poll}/release`));
    if (!asked) return;
    tell(release.asked);
    setLooks(LOOKS);
  };
  return (
    <LoadedPage {...{ context, poll, loaded, reload }} title={text.sections.release} page="release">
      {(shown: ReleaseView) => (
        <>
          {shown.state === 'draft' ? (
            <p>{release.draft}</p>
          ) : (
            <>
              <Refused {...{ context }} refusal={act.refusal} />
              <p>{release.askNote}</p>
              <p class="buttons">
                <button type="button" class="strong" disabled={act.busy} onClick={() => void ask()}>
                  {act.busy ? text.working : release.ask}
                </button>
                <button type="button" onClick={() => void reload('quietly')}>
                  {text.lookAgain}
                </button>
              </p>
              <Latest {...{ context }} view={shown} />
              <Withheld {...{ context }} view={shown} />
            </>
          )}
          <section>
            <h2>{release.finalCount}</h2>
            <FinalCount {...{ context }} view={shown} />
          </section>
        </>
      )}
    </LoadedPage>
  );
};
