import { eventId } from '../../adapters/eventbridge/event-id.ts';
import type { Recount } from '../../core/counting/recount-bucket.ts';
import type { GroundswellEvent } from '../../schemas/event.ts';

type Recounted = Extract<Recount, { readonly kind: 'recounted' }>;

/**
 * Says that organizations' tallies were written, without counts. The id comes from the tallies
 * and the revisions that they got, each of which is written once.
 */
export const responsesTallied = (
  poll: string,
  recounts: readonly Recounted[],
): GroundswellEvent => {
  const written = recounts.map(
    ({ bucket, revision }) => `${bucket.organization}#${bucket.index}#${revision}`,
  );
  return {
    name: 'ResponsesTallied',
    detail: {
      version: 1,
      id: eventId('ResponsesTallied', poll, ...written.sort()),
      poll,
      organizations: [...new Set(recounts.map(({ bucket }) => bucket.organization))].sort(),
    },
  };
};
