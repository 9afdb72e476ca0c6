import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { placesIn } from './places.ts';
import { runProgram } from './program/run-program.ts';
import { buildPages } from './site/build-pages.ts';
import { pagesPlaceIn, publishPages } from './site/publish-pages.ts';

const DEFAULT_OUTPUTS = 'out/outputs.json';

/** Builds the pages and puts them where a deployment says, with the shell's own credentials. */
await runProgram(async (program) => {
  const outputs = process.argv[2] ?? DEFAULT_OUTPUTS;
  const { bucket, config } = pagesPlaceIn(JSON.parse(await readFile(outputs, 'utf8')));
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
