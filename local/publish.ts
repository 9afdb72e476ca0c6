import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { placesIn } from './places.ts';
import { readArguments } from './program/read-arguments.ts';
import { runProgram } from './program/run-program.ts';
import { buildPages } from './site/build-pages.ts';
import { pagesPlaceIn, publishPages } from './site/publish-pages.ts';

const DEFAULT_OUTPUTS = 'out/outputs.json';
const USAGE = 'npm run publish:pages -- [OUTPUTS]';

class NotDeployedError extends Error {
  override readonly name = 'NotDeployedError';
}

const readOutputs = async (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    throw new NotDeployedError(
      `There is no ${file}, which a deployment of the stack site writes: deploy first, from this checkout.`,
      { cause },
    );
  });

/** Builds the pages and puts them where a deployment says, with the shell's own credentials. */
await runProgram(async (program) => {
  const [outputs = DEFAULT_OUTPUTS] = readArguments(process.argv.slice(2), USAGE, 1);
  const { bucket, config } = pagesPlaceIn(JSON.parse(await readOutputs(outputs)));
  const directory = await mkdtemp(join(tmpdir(), 'groundswell-publish-'));
  program.atEnd(() => rm(directory, { recursive: true, force: true }));
  const built = await program.stage('Building the pages', () =>
    buildPages(program, placesIn(directory)),
  );
  const s3 = new S3Client({ followRegionRedirects: true });
  const count = await program.stage(`Putting them into ${bucket}`, () =>
    publishPages(built, config, async ({ key, body, mediaType, caching }) => {
      await s3.send(
        new PutObjectCommand({
          ...{ Bucket: bucket, Key: key, Body: body },
          ...{ ContentType: mediaType, CacheControl: caching },
        }),
      );
    }),
  );
  program.say(`  ${count} files published`);
  return 0;
});
