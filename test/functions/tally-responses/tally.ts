import type { DynamoDBRecord } from 'aws-lambda';
import { eventStack } from '../../../functions/middleware/event-stack.ts';
import {
  type TallyDeps,
  tallyResponses,
} from '../../../functions/tally-responses/tally-responses.ts';
import { type CountingWorld, countingDeps, type Gate } from '../counting-world.ts';
import { aContext } from '../gateway.ts';
import { silentLog } from '../silent-log.ts';
import { aStreamEvent } from '../stream-events.ts';

/** Hands records of the stream to the function that tallies, over a world in memory. */
export const tally = (world: CountingWorld, records: readonly unknown[], gate?: Gate) =>
  tallyResponses(countingDeps(world, gate), { Records: records });

/** Invokes it as Lambda does, in the middleware of the deployed function; gives what Lambda gets. */
export const invokeTally = (
  deps: TallyDeps,
  records: readonly DynamoDBRecord[],
): Promise<unknown> =>
  eventStack((event: ReturnType<typeof aStreamEvent>) => tallyResponses(deps, event), {
    log: silentLog(),
  })(aStreamEvent(...records), aContext());
