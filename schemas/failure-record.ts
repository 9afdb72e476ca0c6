import * as z from 'zod';

const context = { requestContext: z.object({ functionArn: z.string() }) };

/** What a stream's batch that was given up leaves behind; a bucket gets the batch, too. */
const BatchRecord = z.object({
  ...context,
  DDBStreamBatchInfo: z.object({ batchSize: z.int().min(0) }),
  payload: z.unknown().optional(),
});

/** What an asynchronous event that was given up leaves behind. */
const EventRecord = z.object({ ...context, requestPayload: z.record(z.string(), z.unknown()) });

const Batch = z.object({ Records: z.array(z.unknown()).min(1) });

/** What a function was called with when every attempt failed. */
export type FailureRecord =
  /** Some changes of a stream. */
  | {
      readonly kind: 'batch';
      readonly functionName: string;
      readonly payload: z.infer<typeof Batch>;
    }
  /** A batch of which only the size was kept. */
  | { readonly kind: 'batch-without-records'; readonly functionName: string }
  | { readonly kind: 'event'; readonly functionName: string; readonly payload: object }
  | { readonly kind: 'unreadable' };

const FUNCTION_ARN = /^arn:[a-z-]+:lambda:[a-z0-9-]+:\d{12}:function:([\w-]+)(?::[\w$-]+)?$/;

const UNREADABLE: FailureRecord = { kind: 'unreadable' };

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The batch is an object, or its JSON in a string. */
const batchIn = (payload: unknown) =>
  Batch.safeParse(typeof payload === 'string' ? parsed(payload) : payload);

/**
 * Reads an object that Lambda put into the bucket for what failed.
 *
 * Source: AWS Lambda Developer Guide, "Retain discarded records for a DynamoDB event source" and
 * "Capturing records of Lambda asynchronous invocations".
 */
export const readFailureRecord = (text: string): FailureRecord => {
  const value = parsed(text);
  const functionNameOf = (arn: string) => FUNCTION_ARN.exec(arn)?.[1];
  const batch = BatchRecord.safeParse(value);
  if (batch.success) {
    const functionName = functionNameOf(batch.data.requestContext.functionArn);
    if (!functionName) return UNREADABLE;
    const { data: payload } = batchIn(batch.data.payload);
    return payload
      ? { kind: 'batch', functionName, payload }
      : { kind: 'batch-without-records', functionName };
  }
  const event = EventRecord.safeParse(value);
  if (!event.success) return UNREADABLE;
  const functionName = functionNameOf(event.data.requestContext.functionArn);
  return functionName
    ? { kind: 'event', functionName, payload: event.data.requestPayload }
    : UNREADABLE;
};

const Notice = z.object({ detail: z.object({ object: z.object({ key: z.string().min(1) }) }) });

/** The key of the object that a message of the failures queue is about, if it is about one. */
export const keyInFailureNotice = (text: string): string | undefined =>
  Notice.safeParse(parsed(text)).data?.detail.object.key;
