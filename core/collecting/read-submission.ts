import { MOST_REVISIONS } from '../../schemas/format.ts';
import type { Fault } from '../../schemas/problem.ts';
import { safePath } from '../json/safe-path.ts';
import type { CollectionTerms } from './collection-terms.ts';
import { type Answers, encodeAnswers } from './encode-answers.ts';

/** What one person sent, as it is to be stored. */
export type Submission = {
  readonly revision: number;
  readonly channel: 'web' | 'api';
  /** One character an item, see `encodeAnswers`. */
  readonly answers: string;
};
export type ReadSubmission =
  | { readonly kind: 'valid'; readonly submission: Submission }
  | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };

type Members = Readonly<Record<string, unknown>>;
type Scale = Pick<CollectionTerms, 'items' | 'levels'>;

const MEMBERS: readonly string[] = ['revision', 'channel', 'answers'];
const CHANNELS: readonly unknown[] = ['web', 'api'];
const DEFAULT_CHANNEL = 'api';

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWholeBetween = (value: unknown, low: number, high: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high;

const unknownNames = (
  value: Members,
  known: readonly string[],
  path: readonly string[],
  expected: string,
): readonly Fault[] => {
  const names = new Set(known);
  return Object.keys(value).flatMap((name) =>
    names.has(name) ? [] : { pointer: safePath([...path, name]), expected },
  );
};

const revisionFaults = (revision: unknown): readonly Fault[] =>
  isWholeBetween(revision, 0, MOST_REVISIONS)
    ? []
    : [{ pointer: '/revision', expected: `a whole number from 0 to ${MOST_REVISIONS}` }];

const channelFaults = (channel: unknown): readonly Fault[] =>
  channel === undefined || CHANNELS.includes(channel)
    ? []
    : [{ pointer: '/channel', expected: '"web" or "api"' }];

const levelFaults = (answers: Members, { items, levels }: Scale): readonly Fault[] =>
  items.flatMap((item) => {
    const level = Object.hasOwn(answers, item) ? answers[item] : null;
    return level === null || isWholeBetween(level, 1, levels)
      ? []
      : {
          pointer: safePath(['answers', item]),
          expected: `a whole number from 1 to ${levels}, or null for an item left open`,
        };
  });

const answersFaults = (answers: unknown, scale: Scale): readonly Fault[] => {
  if (!isObject(answers)) {
    return [{ pointer: '/answers', expected: 'an object with a level by item id' }];
  }
  const faults = [
    ...unknownNames(answers, scale.items, ['answers'], 'only ids of items of this poll'),
    ...levelFaults(answers, scale),
  ];
  const someAnswered = Object.values(answers).some((level) => level !== null);
  if (faults.length > 0 || someAnswered) return faults;
  return [{ pointer: '/answers', expected: 'at least one item answered' }];
};

/**
 * Reads a submission against the poll that it answers. Any item may be left open, but not all.
 * Every fault is told with its place; of what was sent only plain names are repeated.
 */
export const readSubmission = (body: unknown, scale: Scale): ReadSubmission => {
  if (!isObject(body)) {
    return { kind: 'invalid', faults: [{ pointer: '', expected: 'a JSON object' }] };
  }
  const { revision, channel = DEFAULT_CHANNEL, answers } = body;
  const faults = [
    ...unknownNames(body, MEMBERS, [], `only the members ${MEMBERS.join(', ')}`),
    ...revisionFaults(revision),
    ...channelFaults(channel),
    ...answersFaults(answers, scale),
  ];
  if (faults.length > 0) return { kind: 'invalid', faults };
  return {
    kind: 'valid',
    submission: {
      revision: Number(revision),
      channel: channel === 'web' ? 'web' : 'api',
      answers: encodeAnswers(scale.items, answers as Answers),
    },
  };
};
