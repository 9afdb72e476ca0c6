import * as z from 'zod';

/** Clocks of two machines may differ by so much, in seconds. */
export const CLOCK_SKEW_SECONDS = 5;

/** An administrator's request, such as the one that closes a poll, has at least this long. */
const LEAST_ADMINISTRATION_SECONDS = 5;

/** How long after a close was written an answer can still come in, in seconds. */
export const latestAnswerSeconds = (settings: {
  readonly cacheSeconds: number;
  readonly intakeTimeoutSeconds: number;
}): number => settings.cacheSeconds + settings.intakeTimeoutSeconds + CLOCK_SKEW_SECONDS;

/** The longest that a queue keeps a message, in days. */
const LONGEST_QUEUE_DAYS = 14;

/** The retentions that CloudWatch Logs offers, in days, up to a year. */
const LogRetentionDays = z.literal([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365]);

const Throttle = z.strictObject({
  requestsPerSecond: z
    .int()
    .min(1)
    .max(10_000)
    .describe('Requests a second that the gateway lets through, over all callers.'),
  burst: z
    .int()
    .min(1)
    .max(5_000)
    .describe('Requests at once that the gateway lets through before it answers 429.'),
});

/** An address over TLS, such as tokens and keys must come from. */
const HttpsUrl = z.url({
  protocol: /^https$/,
  error: 'an https address such as "https://login.example.org"',
});

const TokenIssuer = z.strictObject({
  url: HttpsUrl.describe('The `iss` claim of its tokens.'),
  audience: z
    .string()
    .min(1)
    .describe('The `aud` or `client_id` claim of tokens meant for Groundswell.'),
  jwksUri: HttpsUrl.describe('Where its public keys are.'),
  rolesClaim: z
    .string()
    .min(1)
    .describe(
      'The claim that lists roles: `administrator`, `planner`, `coordinator:ORGANIZATION`.',
    ),
  clientId: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Client id that the pages sign in with, by authorization code and PKCE, with the scopes `openid email`; `siteUrl` followed by `/` must be allowed as its redirect. The issuer's discovery document and token endpoint must be at its own origin. Unset: `audience`.",
    ),
});
export type TokenIssuer = z.infer<typeof TokenIssuer>;

const MOST_ADDRESSES = 20;

/** Addresses of people who get mail; each is asked once, by mail, whether it wants it. */
const Emails = z
  .array(z.email('an email address such as "engineer@example.org"'))
  .max(MOST_ADDRESSES, `at most ${MOST_ADDRESSES} addresses`)
  .refine((emails) => new Set(emails).size === emails.length, 'each address once');

const TableName = z
  .string()
  .regex(/^[\w.-]{3,255}$/, 'the name of a table: 3 to 255 letters, digits, "-", "_" and "."');

const RestoredTables = z.strictObject({
  responses: z
    .strictObject({
      name: TableName.describe('Name of the table.'),
      streamArn: z
        .string()
        .regex(
          /^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+\/stream\/[\d:.T-]+$/,
          'the ARN of a stream such as "arn:aws:dynamodb:us-east-1:111122223333:table/NAME/stream/2027-01-31T12:00:00.000"',
        )
        .describe('ARN of its stream of keys, which a restored table does not have by itself.'),
    })
    .refine(
      ({ name, streamArn }) => streamArn.includes(`:table/${name}/stream/`),
      'a stream of the table that is named',
    )
    .optional()
    .describe('The table of responses.'),
  tallies: z
    .strictObject({ name: TableName.describe('Name of the table.') })
    .optional()
    .describe('The table of tallies. They can be counted again, so it seldom has to be restored.'),
  polls: z
    .strictObject({ name: TableName.describe('Name of the table.') })
    .optional()
    .describe('The table of polls, organizations and releases.'),
});
export type RestoredTables = z.infer<typeof RestoredTables>;

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** The one stage that is deployed to an emulator, wherever it is, and never to AWS. */
export const EMULATED_STAGE = 'local';

/** Whether an address is on the machine that asks for it, and so nobody else's. */
const isOnThisMachine = (url: string): boolean =>
  URL.canParse(url) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/**
 * Pages and API are at the root of one origin, and Cognito lets people return over http to
 * `localhost` alone.
 */
const isOrigin = (url: string): boolean => {
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(url);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
  return isSafe && [username, password, search, hash].join('') === '' && /^\/+$/.test(pathname);
};

const ORIGIN_WANTED =
  'an https address without a path such as "https://poll.example.org", or an http one of localhost';

const Origin = z
  .url({ protocol: /^https?$/, error: ORIGIN_WANTED, abort: true })
  .refine(isOrigin, ORIGIN_WANTED)
  .transform((url) => new URL(url).origin);

/** The longest name of a bucket without its stage, account and region; a test holds it. */
export const LONGEST_BUCKET = 'participation';

/** S3 takes no more characters than these. */
const MOST_BUCKET_CHARACTERS = 63;
const ACCOUNT_DIGITS = 12;

/** How long a stage's name may be in a region, so that every bucket's name fits. */
export const mostStageCharacters = (region: string): number => {
  const rest = ['groundswell', '', LONGEST_BUCKET, '0'.repeat(ACCOUNT_DIGITS), region].join('-');
  return MOST_BUCKET_CHARACTERS - rest.length;
};

/** What a deployment may choose, one set of values a stage. */
export const Settings = z
  .strictObject({
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9]{0,10}$/, 'at most 11 lower-case letters and digits, a letter first')
      .describe(
        'Name of the stage; part of the name of every table, bucket, function and role. Another name is another, empty deployment. In regions with long names it has to be shorter, as names of buckets have at most 63 characters.',
      ),
    region: z
      .string()
      .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'an AWS region such as "us-east-1"')
      .describe(
        'AWS region that the stage is deployed to. A stage is in one region: its roles and what it has of the CDN have names that an account holds once. In another account, or under the name of another stage, it begins empty.',
      ),
    siteUrl: Origin.describe(
      'Address under which people reach the site; signing in returns to it.',
    ),
    timeZone: z
      .string()
      .refine(isTimeZone, 'an IANA time zone such as "America/Chicago"')
      .default('UTC')
      .describe(
        'Time zone in which the form tells people when a poll closes; its name is said, too.',
      ),
    certificateArn: z
      .string()
      .regex(
        /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\da-f-]{36}$/,
        'the ARN of a certificate in us-east-1, where CloudFront looks for it',
      )
      .optional()
      .describe(
        'Certificate of AWS Certificate Manager, in us-east-1, for the host of `siteUrl`. Unset: the site goes by the name that CloudFront gives it.',
      ),
    removalPolicy: z
      .enum(['retain', 'destroy'])
      .describe(
        'What becomes of tables, buckets, users, logs and groups of schedules when a stack is deleted. `retain` keeps them, and protects tables and users against deletion; `destroy` is for stages whose data does not matter, and needs the buckets emptied before ([taking it down](deploying.md#taking-it-down)), for S3 deletes none that holds anything.',
      ),
    logRetentionDays: LogRetentionDays.describe('Days that logs are kept.'),
    logLevel: z
      .enum(['DEBUG', 'INFO'])
      .default('INFO')
      .describe(
        'Least severity that functions log. Not less than `INFO`: what alarms watch and the runbook looks for is logged at that level.',
      ),
    throttle: Throttle.describe('What the gateway lets through.'),
    rollUpMinutes: z
      .int()
      .min(1)
      .max(1440)
      .describe('Minutes between two roll-ups, each of which may release new figures.'),
    nightlyCheckHour: z
      .int()
      .min(0)
      .max(23)
      .default(7)
      .describe('Hour of the day, in UTC, at which every tally is compared with its responses.'),
    batchingWindowSeconds: z
      .int()
      .min(0)
      .max(300)
      .describe('Seconds that changed responses are gathered before they are tallied together.'),
    graceSeconds: z
      .int()
      .min(1)
      .max(3600)
      .describe(
        `Seconds between the close of a poll and its final count. More than \`cacheSeconds\` + \`intakeTimeoutSeconds\` + ${CLOCK_SKEW_SECONDS + LEAST_ADMINISTRATION_SECONDS}, or a late response could miss it.`,
      ),
    cacheSeconds: z
      .int()
      .min(0)
      .max(15)
      .describe(
        "Seconds that a function may go on using a poll's definition without reading it anew.",
      ),
    intakeTimeoutSeconds: z
      .int()
      .min(1)
      .max(29)
      .describe('Seconds after which taking in a response is given up.'),
    eventArchiveDays: z
      .int()
      .min(1)
      .max(3650)
      .default(365)
      .describe('Days that events are kept for replay.'),
    failureRetentionDays: z
      .int()
      .min(1)
      .max(LONGEST_QUEUE_DAYS)
      .default(LONGEST_QUEUE_DAYS)
      .describe(
        'Days that is kept what no attempt could process, and that it waits in the queue to be replayed: keys of what changed, never answers.',
      ),
    operatorEmails: Emails.default([]).describe(
      'Addresses that get the alarms and the warnings of the budget. Each gets a mail that it must confirm once.',
    ),
    plannerEmails: Emails.default([]).describe(
      'Addresses that get a mail when priorities are released; no figure is in it. Each gets a mail that it must confirm once.',
    ),
    monthlyBudgetUsd: z
      .number()
      .min(1)
      .max(100_000)
      .default(50)
      .describe(
        'US dollars a month that the account may spend; the operators get a mail at 80 % of it, at all of it, and when the forecast is above it.',
      ),
    restoredTables: RestoredTables.default({}).describe(
      "Tables that were restored from a backup and are used in the place of the stage's own, which stay as they are.",
    ),
    tokenIssuer: TokenIssuer.optional().describe(
      'OpenID Connect issuer of the tokens of people with a role. Unset: a Cognito user pool is made; set later, that pool leaves the stack, and stays in the account where `removalPolicy` is `retain`.',
    ),
    userPoolEndpoint: z
      .url({ protocol: /^https?$/, error: 'an http or https address' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional()
      .describe(
        "Address that answers in the user pool's place, as the emulator does; whoever is there decides who has a role, so only on the machine itself, or, on the stage `local`, where `siteUrl` is. Unset: Cognito's own.",
      ),
  })
  .superRefine((settings, context) => {
    const { stage, region, siteUrl, userPoolEndpoint } = settings;
    const most = mostStageCharacters(region);
    if (stage.length > most) {
      context.addIssue({
        code: 'custom',
        path: ['stage'],
        message: `at most ${most} characters in ${region}, or names of buckets are too long`,
      });
    }
    // Other stages say siteUrl is on localhost, too, and are on AWS.
    const isOnlyHere = stage === EMULATED_STAGE && isOnThisMachine(siteUrl);
    if (userPoolEndpoint && !isOnThisMachine(userPoolEndpoint) && !isOnlyHere) {
      context.addIssue({
        code: 'custom',
        path: ['userPoolEndpoint'],
        message:
          'only on localhost, or on the stage local where siteUrl is: whoever is there decides who has a role',
      });
    }
    if (settings.certificateArn && !siteUrl.startsWith('https://')) {
      context.addIssue({
        code: 'custom',
        path: ['certificateArn'],
        message: 'only where siteUrl is an https address',
      });
    }
    const latest = latestAnswerSeconds(settings) + LEAST_ADMINISTRATION_SECONDS;
    if (latest >= settings.graceSeconds) {
      context.addIssue({
        code: 'custom',
        path: ['graceSeconds'],
        message: `more than ${latest}: cacheSeconds + intakeTimeoutSeconds + ${CLOCK_SKEW_SECONDS} for clock skew + ${LEAST_ADMINISTRATION_SECONDS} to close a poll, or a late response could miss the final count`,
      });
    }
  });

/** Settings as a stage states them. */
export type SettingsInput = z.input<typeof Settings>;
export type Settings = z.output<typeof Settings>;
