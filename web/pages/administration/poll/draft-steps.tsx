import type { PollView } from '../../../../schemas/poll.ts';
import type { AdminContext } from '../context.ts';
import type { Draft } from '../definition/draft.ts';
import { missingTexts } from '../definition/languages.ts';
import { ConfirmedAct } from './confirmed-act.tsx';

/** What a draft still needs, and opening it. */
export const DraftSteps = ({
  context,
  view,
  draft,
  organizations,
  onDone,
}: {
  readonly context: AdminContext;
  readonly view: PollView;
  readonly draft: Draft;
  readonly organizations: number;
  readonly onDone: (said: string) => void;
}) => {
  const { text, call } = context;
  const { poll: words } = text;
  const { minOrganizations, mode } = view.definition;
  const closes = view.closesAt;
  const needed = [
    ...(closes === undefined || Date.parse(closes) <= Date.now() ? [words.closeNeeded] : []),
    ...(organizations < minOrganizations
      ? [words.organizationsNeeded(organizations, minOrganizations)]
      : []),
  ];
  const gaps = missingTexts(draft).map(({ language, ...gap }) =>
    words.translationsMissing(text.languageName(language), gap),
  );
  const notes = [...(needed.length === 0 ? [words.ready] : needed), ...gaps];
  return (
    <section>
      <h2>{words.before}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {needed.length === 0 && closes !== undefined && (
        <ConfirmedAct
          {...{ context }}
          strong
          button={words.open}
          question={words.opening}
          points={words.opening.points(organizations, text.instant(closes), mode)}
          act={() => call<PollView>('POST', `/v1/polls/${view.id}/open`)}
          onDone={() => onDone(words.opened)}
        />
      )}
    </section>
  );
};
