/** What a mapping gave up on: what AWS writes to its on-failure destination names such a range. */
export type GivenUp<Of> = { readonly records: readonly Of[]; readonly attempts: number };

/** How a mapping of a stream deals with a batch that fails. */
export type MappingSettings = {
  readonly batchSize: number;
  readonly bisects: boolean;
  /** Attempts after the first one, for a batch that is not split any further. */
  readonly retries: number;
};

/**
 * Delivers the records of one shard as Lambda's event source mapping does: batch after batch in
 * order; a batch that fails is split in halves, which does not use up attempts, and the halves
 * are delivered in order; one that cannot be split is delivered again, and given up in the end.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html
 */
export const deliver = async <Of>(
  records: readonly Of[],
  invoke: (batch: readonly Of[]) => Promise<unknown>,
  { batchSize, bisects, retries }: MappingSettings,
): Promise<readonly GivenUp<Of>[]> => {
  const deliverBatch = async (batch: readonly Of[]): Promise<readonly GivenUp<Of>[]> => {
    for (let attempts = 1; attempts <= 1 + retries; attempts++) {
      if (await succeeds(() => invoke(batch))) return [];
      if (bisects && batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        return [
          ...(await deliverBatch(batch.slice(0, middle))),
          ...(await deliverBatch(batch.slice(middle))),
        ];
      }
    }
    return [{ records: batch, attempts: 1 + retries }];
  };
  const givenUp: GivenUp<Of>[] = [];
  for (let begin = 0; begin < records.length; begin += batchSize) {
    givenUp.push(...(await deliverBatch(records.slice(begin, begin + batchSize))));
  }
  return givenUp;
};

const succeeds = (work: () => Promise<unknown>): Promise<boolean> =>
  work().then(
    () => true,
    () => false,
  );
