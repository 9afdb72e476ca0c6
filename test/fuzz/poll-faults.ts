import { jsonOf } from '../../local/api/call.ts';
import { PollRequest, type PollView } from '../../schemas/poll.ts';
import { type Accepted, bodyText, differs } from './acceptance-faults.ts';
import type { Row, Tables } from './tables.ts';

/** Where a kept poll stands; what is answered must say the same. */
const stateOf = ({ opened, closesAt }: Row, now: Date): string => {
  if (!opened) return 'draft';
  return Date.parse(String(closesAt)) <= now.getTime() ? 'closed' : 'open';
};

const instantOf = (sent: string | undefined): string | undefined =>
  sent === undefined ? undefined : new Date(sent).toISOString();

/** What is left out is gone from a draft, and stays as it was of what was opened. */
const timeFaults = (accepted: Accepted, kept: Row): readonly string[] => {
  const sent = PollRequest.parse(JSON.parse(bodyText(accepted)));
  return (['closesAt', 'importsCloseAt'] as const).flatMap((name) =>
    sent[name] === undefined && kept.opened
      ? []
      : differs(`${name} of a poll`, kept[name], instantOf(sent[name])),
  );
};

/** In which state a call leaves a poll; putting it leaves it where it is. */
const LEFT: Readonly<Record<string, string>> = { openPoll: 'open', closePoll: 'closed' };

/** What was made of a poll that was put, opened or closed. */
export const pollFaults = async (
  accepted: Accepted,
  tables: Tables,
): Promise<readonly string[]> => {
  const { operationId } = accepted.operation;
  const kept = await tables.poll(accepted.parameters.poll ?? '');
  if (!kept) return ['a poll that is not kept'];
  const { state, ...answered } = jsonOf(accepted.answer) as PollView;
  const { id, definition, openedAt, closesAt, importsCloseAt, earliestExpiry } = kept;
  const view = { id, definition, openedAt, closesAt, importsCloseAt, earliestExpiry };
  const now = tables.now();
  return [
    ...differs('the answered poll', answered, JSON.parse(JSON.stringify(view))),
    ...differs('the state of a poll', state, stateOf(kept, now)),
    ...(operationId in LEFT ? differs('a poll that was acted on', state, LEFT[operationId]) : []),
    ...(Date.parse(String(openedAt ?? 0)) > now.getTime() ? ['a poll opened in the future'] : []),
    ...(operationId === 'putPoll'
      ? [
          ...timeFaults(accepted, kept),
          ...differs(
            'a poll',
            definition,
            PollRequest.parse(JSON.parse(bodyText(accepted))).definition,
          ),
        ]
      : []),
  ];
};
