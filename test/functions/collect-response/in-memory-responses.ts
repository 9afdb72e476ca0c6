import type {
  ExpiringResponse,
  PutOutcome,
  ResponseKey,
  Responses,
} from '../../../adapters/dynamodb/responses.ts';

type Kept = ExpiringResponse | { readonly withdrawn: true; readonly expiresAt: number };

const nameOf = ({ poll, organization, id }: ResponseKey): string => `${poll}#${organization}#${id}`;

const outcomeOf = (there: Kept | undefined, response: ExpiringResponse): PutOutcome => {
  if (!there) return { kind: 'created' };
  if ('withdrawn' in there) return { kind: 'withdrawn' };
  if (there.revision < response.revision) return { kind: 'changed' };
  const same = there.revision === response.revision && there.answers === response.answers;
  return { kind: same ? 'unchanged' : 'superseded' };
};

/** A change keeps the channel and the day on which the response first came. */
const keepingTheFirst = (there: Kept | undefined, response: ExpiringResponse): Kept =>
  there && 'channel' in there ? { ...response, channel: there.channel, day: there.day } : response;

/** Responses as the table keeps them, in memory; `items` is what is kept. */
export const inMemoryResponses = (): Responses & { readonly items: Map<string, Kept> } => {
  const items = new Map<string, Kept>();
  return {
    items,
    put: async (key, response, { changesOnly = false } = {}) => {
      if (changesOnly && !items.has(nameOf(key))) return { kind: 'unknown' };
      const there = items.get(nameOf(key));
      const outcome = outcomeOf(there, response);
      if (outcome.kind === 'created' || outcome.kind === 'changed')
        items.set(nameOf(key), keepingTheFirst(there, response));
      return outcome;
    },
    get: async (key) => {
      const there = items.get(nameOf(key));
      if (!there) return { kind: 'unknown' };
      if ('withdrawn' in there) return { kind: 'withdrawn' };
      const { answers, revision, channel, day } = there;
      return { kind: 'found', response: { answers, revision, channel, day } };
    },
    withdraw: async (key, expiresAt, { changesOnly = false } = {}) => {
      const kind = items.has(nameOf(key)) ? 'withdrawn' : 'unknown';
      if (changesOnly && kind === 'unknown') return { kind };
      items.set(nameOf(key), { withdrawn: true, expiresAt });
      return { kind };
    },
  };
};
