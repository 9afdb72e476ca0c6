import { titleOf } from '../../../../core/report/title-of.ts';
import type { OrganizationList } from '../../../../schemas/organization.ts';
import type { PollView } from '../../../../schemas/poll.ts';
import type { CallApi, Called } from '../../api/call-api.ts';
import { type Fact, Facts } from '../../controls/facts.tsx';
import { InnerLink } from '../../inner-link.tsx';
import { LoadedPage } from '../admin-page.tsx';
import type { AdminContext } from '../context.ts';
import { type Draft, draftOf } from '../definition/draft.ts';
import { downloadDefinition } from '../definition/editor.tsx';
import { adminHref, resultsHref } from '../place.ts';
import { useLoaded } from '../use-loaded.ts';
import { DraftSteps } from './draft-steps.tsx';
import { OpenSteps } from './open-steps.tsx';

/** A poll, and how many organizations it has. */
type Standing = { readonly view: PollView; readonly organizations: number };

const standingOf = async (call: CallApi, poll: string): Promise<Called<Standing>> => {
  const [view, list] = await Promise.all([
    call<PollView>('GET', `/v1/polls/${poll}/settings`),
    call<OrganizationList>('GET', `/v1/polls/${poll}/organizations`),
  ]);
  if (view.kind === 'refused') return view;
  if (list.kind === 'refused') return list;
  const organizations = list.value.organizations.length;
  return { kind: 'done', value: { view: view.value, organizations } };
};

const factsOf = (
  { view, organizations }: Standing,
  { text, words }: AdminContext,
): readonly Fact[] => {
  const { facts } = text.poll;
  const instant = (at: string | undefined): string | null =>
    at === undefined ? null : text.instant(at);
  return [
    [facts.state, text.states[view.state]],
    [facts.opened, instant(view.openedAt)],
    [
      view.state === 'closed' ? facts.closed : facts.closes,
      instant(view.closesAt) ?? facts.noClose,
    ],
    [facts.importsClose, instant(view.importsCloseAt)],
    [facts.expiry, instant(view.earliestExpiry)],
    [facts.organizations, words.report.number(organizations)],
  ];
};

/** Where a poll stands, and what can be done with it now. */
export const PollPage = ({
  context,
  poll,
}: {
  readonly context: AdminContext;
  readonly poll: string;
}) => {
  const { text, language, address, go, call, tell } = context;
  const [loaded, reload] = useLoaded(() => standingOf(call, poll));
  const title =
    loaded.kind === 'found' ? titleOf(loaded.value.view.definition.title, poll, language) : poll;
  const done = async (said: string): Promise<void> => {
    tell(said);
    await reload('quietly');
    // The button that was pressed is no longer there.
    document.getElementById('main')?.focus();
  };
  const steps = (standing: Standing, draft: Draft) => {
    const { view, organizations } = standing;
    if (view.state === 'draft') {
      return <DraftSteps {...{ context, view, draft, organizations }} onDone={done} />;
    }
    if (view.state === 'open') return <OpenSteps {...{ context, view }} onDone={done} />;
    return <p>{text.poll.afterClose}</p>;
  };
  return (
    <LoadedPage {...{ context, poll, title, loaded, reload }} page="overview">
      {(standing: Standing) => {
        const draft = draftOf(standing.view.definition, standing.view);
        return (
          <>
            <Facts facts={factsOf(standing, context)} />
            {draft && steps(standing, draft)}
            <p class="buttons">
              <InnerLink go={go} href={adminHref(address, `${poll}/definition`)}>
                {standing.view.state === 'draft' ? text.poll.edit : text.sections.definition}
              </InnerLink>
              {standing.view.state !== 'draft' && (
                <InnerLink go={go} href={resultsHref(address, poll)}>
                  {text.poll.results}
                </InnerLink>
              )}
              {draft && (
                <button type="button" onClick={() => downloadDefinition(poll, draft)}>
                  {text.definition.download}
                </button>
              )}
            </p>
          </>
        );
      }}
    </LoadedPage>
  );
};
