import type { Bucket } from '../../../core/counting/bucket.ts';
import type { BucketPage } from '../../../core/counting/count-bucket.ts';
import type { CountedResponse } from '../../../core/counting/count-responses.ts';
import type {
  NewTally,
  RecountDeps,
  RecountRequest,
} from '../../../core/counting/recount-bucket.ts';
import type { Exclusions } from '../../../schemas/exclusions.ts';
import type { StoredTally } from '../../../schemas/tally.ts';
import type { Stage } from './interleavings.ts';

/** A poll of one item on three levels: enough for two counts to differ. */
export const SHAPE = { items: 1, levels: 3 };
export const BUCKET: Bucket = { poll: 'p', organization: 'o', bits: 0, index: 0 };

export const request = (seal = false): RecountRequest => ({
  bucket: BUCKET,
  shape: SHAPE,
  expiresAt: new Date(0),
  seal,
});

/**
 * One bucket as the tables hold it: responses on two pages, the number of records in the stream,
 * what is set aside (where that may change), and the tally, which is written on the conditions that DynamoDB is given.
 */
export type BucketModel = {
  readonly pages: Readonly<Record<'first' | 'second', Map<string, string>>>;
  records: number;
  exclusions: Exclusions | undefined;
  tally: StoredTally | undefined;
};

export const createBucketModel = (): BucketModel => ({
  pages: { first: new Map(), second: new Map() },
  records: 0,
  exclusions: undefined,
  tally: undefined,
});

/** The page and the id of a response, and its answer or that it is gone. */
export type Write = readonly [
  page: keyof BucketModel['pages'],
  id: string,
  answer: '1' | '2' | '3' | 'withdrawn' | 'deleted',
];

/** A write to the responses table, which puts a record into the stream at the same moment. */
export const write = (model: BucketModel, [page, id, answer]: Write): void => {
  if (answer === 'deleted') model.pages[page].delete(id);
  else model.pages[page].set(id, answer);
  model.records += 1;
};

/** Which day the responses of a page are of: what is set aside tells them apart by it. */
const DAYS = { first: '2027-01-15', second: '2027-01-16' } as const;

/** Sets aside what the second page holds. */
export const WITHOUT_SECOND: Exclusions['exclusions'] = [{ channel: 'api', day: DAYS.second }];
export const NONE: Exclusions = { version: 0, exclusions: [] };

/** Replaces the list of what is set aside by its next version. */
export const setAside = (model: BucketModel, exclusions: Exclusions['exclusions']): void => {
  model.exclusions = { version: (model.exclusions?.version ?? 0) + 1, exclusions };
};

const inForce = (page: ReadonlyMap<string, string>): readonly string[] =>
  [...page.values()].filter((answer) => answer !== 'withdrawn');

/** What a page of the table gives a count, which looks at all that is on it at one moment. */
const pageOf = ({ pages }: BucketModel, page: keyof BucketModel['pages']): BucketPage => {
  const responses = inForce(pages[page]).map(
    (answers): CountedResponse => ({ answers, channel: 'api', day: DAYS[page] }),
  );
  return { responses, tombstones: pages[page].size - responses.length };
};

/** DynamoDB's conditional put: all or nothing, on what is stored at that moment. */
const putOnCondition = (model: BucketModel, { expiresAt: _expiresAt, ...next }: NewTally) => {
  const { revision } = next;
  const stored = model.tally;
  const unmoved = revision === 1 ? !stored : stored?.revision === revision - 1 && !stored.sealed;
  if (!unmoved) return { kind: 'moved' } as const;
  model.tally = next;
  return { kind: 'written' } as const;
};

/**
 * What a task counts with: every call to the tables is a step. Whatever was seen in an attempt
 * that lost its race has no bearing on the next one.
 */
export const steppedDeps = (stage: Stage, task: string, model: BucketModel): RecountDeps => ({
  tallies: {
    get: () => stage.step(task, 'read tally', () => model.tally),
    put: (_bucket, next) =>
      stage.step(task, 'write tally', () => putOnCondition(model, next), { echoes: true }),
  },
  exclusions: {
    // What never changes can be read at any time: it is no step, and spares many orders.
    get: async () =>
      model.exclusions ? stage.step(task, 'read exclusions', () => model.exclusions ?? NONE) : NONE,
  },
  responses: {
    read: async function* () {
      yield* await stage.step(task, 'read responses', () => [
        pageOf(model, 'first'),
        pageOf(model, 'second'),
      ]);
    },
  },
  pause: async () => stage.forget(task),
});

/** The same where a query has two pages, each of them a step. */
export const steppedDepsByPage = (stage: Stage, task: string, model: BucketModel): RecountDeps => ({
  ...steppedDeps(stage, task, model),
  responses: {
    read: async function* () {
      yield await stage.step(task, 'read page 1', () => pageOf(model, 'first'));
      yield await stage.step(task, 'read page 2', () => pageOf(model, 'second'));
    },
  },
});

/** Everything in the model, for telling states apart. */
export const stateOf = ({ pages, records, exclusions, tally }: BucketModel): unknown => [
  [...pages.first],
  [...pages.second],
  records,
  exclusions,
  tally,
];

/** Counts the responses the plain way: how many chose each level. */
export const truthOf = ({ pages, exclusions }: BucketModel): readonly number[] => {
  const secondCounts = !exclusions || exclusions.exclusions.length === 0;
  const answers = [...inForce(pages.first), ...(secondCounts ? inForce(pages.second) : [])];
  return ['1', '2', '3'].map((level) => answers.filter((one) => one === level).length);
};

/** Where the tally differs from the truth. */
export const faultOf = (model: BucketModel, truth = truthOf(model)): string | undefined => {
  const found = model.tally?.tally.counts[0];
  return JSON.stringify(found) === JSON.stringify(truth)
    ? undefined
    : `the tally is ${JSON.stringify(found)}, the truth ${JSON.stringify(truth)}`;
};
