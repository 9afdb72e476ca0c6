import * as z from 'zod';
import { logCodes } from '../../functions/middleware/log-codes.ts';
import { CORRELATION } from '../../schemas/format.ts';
import { Instant, OrganizationId, PollId } from '../../schemas/identifier.ts';
import { customMetrics, METRIC_NAMESPACE } from '../../schemas/metric.ts';
import { WithholdReason } from '../../schemas/release.ts';
import { Channel } from '../../schemas/response.ts';
import { MACHINE_LINES } from './machine-lines.ts';
import { type Secrets, secretFinder } from './secrets.ts';

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

type Entry = Readonly<Record<string, unknown>>;

const codes: Readonly<Record<string, { readonly attributes: readonly string[] }>> = logCodes;

const attributeFaults = (entry: Entry): readonly string[] => {
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

const metricNames = Object.values(customMetrics).flat();
const metricValue = z.union([z.number(), z.array(z.number())]);

/** A metric as CloudWatch finds it in a log: names that are listed, numbers, and nothing beside. */
const MetricLine = z.strictObject({
  _aws: z.strictObject({
    Timestamp: z.number(),
    CloudWatchMetrics: z.array(
      z.strictObject({
        Namespace: z.literal(METRIC_NAMESPACE),
        Dimensions: z.array(z.array(z.enum(['service', 'function']))),
        Metrics: z.array(z.strictObject({ Name: z.enum(metricNames), Unit: z.literal('Count') })),
      }),
    ),
  }),
  service: word,
  function: word,
  ...Object.fromEntries(metricNames.map((name) => [name, metricValue.optional()])),
});

const parsed = (line: string): Entry | undefined => {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
};

const isMetric = (entry: Entry): boolean => '_aws' in entry;
const isEntry = (entry: Entry): boolean => 'message' in entry && 'level' in entry;

/** Whether a line looks like what only functions write: an entry of their log, or a metric. */
export const isOfLog = (line: string): boolean => {
  const entry = parsed(line);
  return entry !== undefined && (isMetric(entry) || isEntry(entry));
};

const shapeFaults = (line: string): readonly string[] => {
  const entry = parsed(line);
  if (entry && isMetric(entry)) {
    return MetricLine.safeParse(entry).success ? [] : ['a metric that is not as it may be'];
  }
  if (entry && isEntry(entry)) return attributeFaults(entry);
  return MACHINE_LINES.some(({ look }) => look.test(line))
    ? []
    : ['a line that is neither an entry nor a metric'];
};

/** Gives what is wrong with a line that a function wrote; none may hold one of `secrets`. */
export const lineJudge = (secrets: Secrets) => {
  const secretsIn = secretFinder(secrets);
  return (line: string): readonly string[] => [
    ...shapeFaults(line),
    ...Object.entries(FORBIDDEN).flatMap(([what, look]) => (look.test(line) ? [what] : [])),
    ...(secretsIn(line).length > 0 ? ['a secret of this test run'] : []),
  ];
};
