import * as z from 'zod';
import { logCodes } from '../../functions/middleware/log-codes.ts';
import { CORRELATION } from '../../schemas/format.ts';
import { Instant, OrganizationId, PollId } from '../../schemas/identifier.ts';
import { WithholdReason } from '../../schemas/release.ts';
import { Channel } from '../../schemas/response.ts';
import { secretsIn } from './secrets.ts';

/** What never may be in a log, whoever wrote it: by how it looks. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'a response id': /(?<![0-9a-zA-Z])[0-9a-f]{32}(?![0-9a-zA-Z])/,
  'a token': /eyJ[\w-]+\.eyJ[\w-]+/,
  'an address of a person': /[\w.+-]+@[\w-]+\.\w/,
  'an address of a machine': /\b(?!127\.0\.0\.1)\d{1,3}(?:\.\d{1,3}){3}\b/,
};

const count = z.int().min(0);
const word = z.string().regex(/^[\w.:-]{1,80}$/);
const identifier = z.string().regex(CORRELATION);

const LoggedError: z.ZodType = z.strictObject({
  name: word,
  code: z.union([word, z.number()]).optional(),
  codes: z.array(word).optional(),
  requestId: z.string().optional(),
  frames: z.array(z.string().startsWith('at ')),
  cause: z.lazy(() => LoggedError).optional(),
});

/** What each attribute may say: nothing that a person chose, but ids of polls and organizations. */
const SHAPES: Readonly<Record<string, z.ZodType>> = {
  route: z.string().regex(/^(?:\$default|[A-Z]+ [/a-z0-9.{}-]+)$/),
  status: z.int().min(100).max(599),
  error: LoggedError,
  outcome: z.enum(['created', 'changed', 'unchanged', 'superseded', 'withdrawn']),
  channel: Channel,
  poll: PollId,
  organization: OrganizationId,
  until: Instant,
  closesAt: Instant,
  due: z.union([Instant, z.literal('never')]),
  buckets: count,
  responses: count,
  suspects: count,
  number: count,
  kind: z.string().regex(/^[a-z]+$/),
  reasons: z.array(WithholdReason),
};

/** What every entry has beside its own attributes. */
const COMMON: Readonly<Record<string, z.ZodType>> = {
  level: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  message: z.string(),
  timestamp: z.iso.datetime({ precision: null, offset: true }),
  service: word,
  function_name: word,
  request_id: identifier,
  correlation: identifier,
  cold_start: z.boolean(),
};

const codes: Readonly<Record<string, { readonly attributes: readonly string[] }>> = logCodes;

const attributeFaults = (entry: Readonly<Record<string, unknown>>): readonly string[] => {
  const code = codes[String(entry.message)];
  if (!code) return [`"${entry.message}" is not on the list of codes`];
  return Object.entries(entry).flatMap(([name, value]) => {
    const shape = COMMON[name] ?? (code.attributes.includes(name) ? SHAPES[name] : undefined);
    if (!shape) return [`"${entry.message}" has an attribute "${name}" that is not listed`];
    return value === undefined || shape.safeParse(value).success
      ? []
      : [`"${name}" of "${entry.message}" is not as it may be`];
  });
};

/** What is wrong with any text that was logged. */
export const textFaults = (text: string): readonly string[] => [
  ...Object.entries(FORBIDDEN).flatMap(([what, look]) => (look.test(text) ? [what] : [])),
  ...secretsIn(text).map(() => 'a secret of this test run'),
];

/** What is wrong with an entry of a function's log. */
export const entryFaults = (entry: Readonly<Record<string, unknown>>): readonly string[] => [
  ...attributeFaults(entry),
  ...textFaults(JSON.stringify(entry)),
];
