import { describe, expect, it } from 'vitest';
import { administratorsOf, service } from './callers.ts';
import { BUCKET_HANDLERS } from './handler-actions.ts';
import { guardedOf, pagesOf } from './resource-policies.ts';
import { isAllowed, type Request } from './simulate.ts';
import { resourcesOf } from './synthesized.ts';

/** Policies differ from stage to stage in names alone: see resource-policies.test.ts. */
const stage = 'production';
const ACCOUNT = '000000000000';
const OTHER_ACCOUNT = '111111111111';

const onObjectsOf = ({ arn, policy }: { readonly arn: string; readonly policy: unknown }) => ({
  resource: `${arn}/index.html`,
  policy: policy as Request['policy'],
});

describe('the CDN', () => {
  const pages = pagesOf(stage);
  const [distribution] = resourcesOf(stage, 'AWS::CloudFront::Distribution');
  const cdn = service('cloudfront.amazonaws.com');
  const asks = (action: string, account: string, id = distribution?.id) =>
    isAllowed(cdn, {
      ...onObjectsOf(pages),
      action,
      context: { 'aws:SourceArn': `arn:aws:cloudfront::${account}:distribution/${id}` },
    });

  it('gets the pages for the distribution of the stage', async () => {
    expect(await asks('s3:GetObject', ACCOUNT)).toBe(true);
  });

  it("gets none for another account's distribution, nor for another of this account", async () => {
    expect(await asks('s3:GetObject', OTHER_ACCOUNT)).toBe(false);
    expect(await asks('s3:GetObject', ACCOUNT, 'Another')).toBe(false);
  });

  it('puts and deletes none', async () => {
    expect(await asks('s3:PutObject', ACCOUNT)).toBe(false);
    expect(await asks('s3:DeleteObject', ACCOUNT)).toBe(false);
  });

  it('reaches nothing that holds data', async () => {
    for (const bucket of guardedOf(stage).filter(({ name }) => name.startsWith('bucket/'))) {
      const context = {
        'aws:SourceArn': `arn:aws:cloudfront::${ACCOUNT}:distribution/${distribution?.id}`,
      };
      const request = { ...onObjectsOf(bucket), action: 's3:GetObject', context };
      expect(await isAllowed(cdn, request), bucket.name).toBe(false);
    }
  });
});

describe("S3's log of who asked for what", () => {
  const buckets = new Map(guardedOf(stage).map((guarded) => [guarded.name, guarded]));
  const bucketOf = (name: string) => {
    const bucket = buckets.get(`bucket/${name}`);
    if (!bucket) throw new Error(`no bucket ${name}`);
    return bucket;
  };
  const log = bucketOf('access-log');
  const writes = (from: string, account = ACCOUNT, folder = from) =>
    isAllowed(service('logging.s3.amazonaws.com'), {
      action: 's3:PutObject',
      resource: `${log.arn}/${folder}/2027-01-15-10-00-00-0123456789ABCDEF`,
      policy: log.policy,
      context: { 'aws:SourceArn': bucketOf(from).arn, 'aws:SourceAccount': account },
    });

  it.each(['checkpoints', 'participation', 'failures'])('is written for %s', async (name) => {
    expect(await writes(name)).toBe(true);
  });

  it('is written for no bucket that keeps none, nor for one into the folder of another', async () => {
    expect(await writes('reports')).toBe(false);
    expect(await writes('checkpoints', ACCOUNT, 'failures')).toBe(false);
  });

  it('is written for no bucket of another account', async () => {
    expect(await writes('checkpoints', OTHER_ACCOUNT)).toBe(false);
  });
});

describe("the pages' bucket", () => {
  it('is looked at, changed and deleted by CloudFormation for whoever may deploy', async () => {
    const { arn, policy } = pagesOf(stage);
    for (const [who, caller] of Object.entries(administratorsOf(stage))) {
      for (const action of BUCKET_HANDLERS) {
        expect(await isAllowed(caller, { action, resource: arn, policy }), `${who} ${action}`).toBe(
          true,
        );
      }
    }
  });
});
