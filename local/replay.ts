import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientSettings } from './aws/client-settings.ts';
import { readLocalFile } from './people/local-file.ts';
import { placesIn } from './places.ts';
import { runProgram } from './program/run-program.ts';
import { createFunctionCaller } from './replay/call-function.ts';
import { createFailuresBucket } from './replay/failures-bucket.ts';
import { createFailuresQueue } from './replay/failures-queue.ts';
import { failuresBucketOf, failuresQueueOf } from './replay/places-of-failures.ts';
import { replayFailures } from './replay/replay-failures.ts';
import { readReplayOptions } from './replay/replay-options.ts';
import { DEFAULT_STATE } from './start-options.ts';

/** The stage that `npm start` deploys. */
const LOCAL_STAGE = 'local';

/** Longer than any function runs. */
const LONGEST_CALL_MS = 16 * 60 * 1000;

/** For the stage `local` what `npm start` runs, unless the environment names an endpoint. */
const settingsFor = async (stage: string) => {
  if (stage !== LOCAL_STAGE || process.env.AWS_ENDPOINT_URL) return {};
  const { emulatorUrl } = await readLocalFile(placesIn(DEFAULT_STATE).description);
  return clientSettings(emulatorUrl);
};

/** Replays what a stage's functions could not process: `npm run replay -- --stage production`. */
await runProgram(async ({ say }) => {
  const { stage, dryRun } = readReplayOptions(process.argv.slice(2));
  const settings = await settingsFor(stage);
  const s3 = new S3Client({ ...settings, forcePathStyle: stage === LOCAL_STAGE });
  const sqs = new SQSClient(settings);
  const lambda = new LambdaClient({
    ...settings,
    maxAttempts: 1,
    requestHandler: { requestTimeout: LONGEST_CALL_MS },
  });
  const { replayed, before, failed } = await replayFailures(
    {
      stage,
      failures: createFailuresBucket({ client: s3, bucket: await failuresBucketOf(s3, stage) }),
      queue: createFailuresQueue({ client: sqs, queueUrl: await failuresQueueOf(sqs, stage) }),
      call: createFunctionCaller({ client: lambda }),
      now: () => new Date(),
      say,
    },
    { dryRun },
  );
  say(`${replayed} replayed, ${before} had been before, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
