import { eventId } from '../../adapters/eventbridge/event-id.ts';
import type { ReleaseKind, ReleaseState, WithholdReason } from '../../schemas/release.ts';
import type { RollUpDeps } from './roll-up-deps.ts';

/**
 * Tells the bus why nothing was released, unless that was told already. The event goes out
 * before it is noted: a run that dies in between tells it again, with the same id, because the
 * state's version has not moved.
 *
 * @returns the state with what is withheld noted; it is not saved yet
 */
export const tellWithheld = async (
  { events, now }: Pick<RollUpDeps, 'events' | 'now'>,
  poll: string,
  state: ReleaseState,
  kind: ReleaseKind,
  reasons: readonly WithholdReason[],
): Promise<ReleaseState> => {
  const { withheld: told, ...rest } = state;
  if (reasons.length === 0) return rest;
  const sorted = [...reasons].sort();
  if (told?.kind === kind && told.reasons.join() === sorted.join()) return state;
  const id = eventId('ReleaseWithheld', poll, String(state.version), kind, ...sorted);
  await events.publish([
    { name: 'ReleaseWithheld', detail: { version: 1, id, poll, kind, reasons: sorted } },
  ]);
  const since = (told?.kind === kind && told.since) || now().toISOString();
  return { ...rest, withheld: { kind, reasons: sorted, since } };
};
