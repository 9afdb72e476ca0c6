type Justified = {
  /** Why it stays, although no function asked for it while the tests ran. */
  readonly why: string;
  /** Role, action and resource, as `lineOf` says them. */
  readonly grants: readonly string[];
};

const FUNCTIONS = [
  'administration',
  'directory',
  'form',
  'intake',
  'participation',
  'reports',
  'rollup',
  'sweep',
  'tally',
] as const;

const FAILURES = 'groundswell-local-failures-000000000000-us-east-1';
const STREAM = 'table/groundswell-local-responses/stream/*';

/**
 * What roles are granted and no deployed function has asked for while the tests ran. Whatever is
 * neither used nor here is to be removed from `lib/`.
 */
export const UNUSED_PERMISSIONS: readonly Justified[] = [
  {
    why: "Lambda itself writes what a function prints, in the function's role; the emulator does so without asking.",
    grants: FUNCTIONS.flatMap((role) =>
      ['logs:CreateLogStream', 'logs:PutLogEvents'].map(
        (action) => `${role} ${action} log-group:/aws/lambda/groundswell-local-${role}`,
      ),
    ),
  },
  {
    why: "Lambda itself reads the stream, in the tally's role, and refuses an event source whose role may not; the emulator reads without asking.",
    grants: ['DescribeStream', 'GetRecords', 'GetShardIterator'].map(
      (action) => `tally dynamodb:${action} ${STREAM}`,
    ),
  },
  {
    why: "It allows nothing: AWS takes it on everything only. It comes with the CDK's event source.",
    grants: [`tally dynamodb:ListStreams ${STREAM}`],
  },
  {
    why: "Lambda itself leaves what failed to the end in the bucket, in the function's role; the emulator has no destinations.",
    grants: ['rollup', 'sweep', 'tally'].flatMap((role) => [
      `${role} s3:ListBucket ${FAILURES}`,
      `${role} s3:PutObject ${FAILURES}/*`,
    ]),
  },
  {
    why: 'The Scheduler calls functions in these roles; the emulator does so without asking.',
    grants: [
      'one-off-schedules lambda:InvokeFunction function:groundswell-local-sweep',
      'schedules lambda:InvokeFunction function:groundswell-local-rollup',
      'schedules lambda:InvokeFunction function:groundswell-local-sweep',
    ],
  },
  {
    why: 'A checkpoint is deleted an hour after it was put at the earliest; test/functions/roll-up-tallies and test/contract/adapters/report-buckets.test.ts show that it is.',
    grants: ['rollup s3:DeleteObject groundswell-local-checkpoints-000000000000-us-east-1/*'],
  },
  {
    why: 'Participation is deleted once the responses have expired, after 14 days at the earliest; test/functions/roll-up-tallies and test/contract/adapters/participation.test.ts show that it is.',
    grants: ['rollup s3:DeleteObject groundswell-local-participation-000000000000-us-east-1/*'],
  },
  {
    why: 'The roll-up notes what was announced of a poll that closed by its date, or whose administration died too early; here administrators close polls, and test/adapters/eventbridge/poll-announcer.test.ts shows it.',
    grants: ['rollup dynamodb:UpdateItem table/groundswell-local-polls'],
  },
];
