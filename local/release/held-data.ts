import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  paginateScan,
} from '@aws-sdk/client-dynamodb';
import {
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { clientSettings } from '../aws/client-settings.ts';
import type { Deployment } from '../deployment/describe-deployment.ts';

type Item = Readonly<Record<string, AttributeValue>>;

/** An object of a bucket; its body in base64. */
export type HeldObject = {
  readonly key: string;
  readonly contentType?: string;
  readonly body: string;
};

/** Whatever the tables and buckets of a deployment hold, as JSON can hold it. */
export type HeldData = {
  readonly tables: Readonly<Record<keyof Deployment['tables'], readonly Item[]>>;
  readonly buckets: Readonly<Record<keyof Deployment['buckets'], readonly HeldObject[]>>;
};

const MOST_ITEMS_A_WRITE = 25;

type Where = Pick<Deployment, 'emulatorUrl' | 'tables' | 'buckets'>;

const clientsOf = ({ emulatorUrl }: Where) => ({
  tables: new DynamoDBClient(clientSettings(emulatorUrl)),
  buckets: new S3Client({ ...clientSettings(emulatorUrl), forcePathStyle: true }),
});

/** Reads everything that tables and buckets hold. */
export const readHeldData = async (where: Where): Promise<HeldData> => {
  const clients = clientsOf(where);
  const [responses, tallies, polls] = [
    await readTable(clients.tables, where.tables.responses),
    await readTable(clients.tables, where.tables.tallies),
    await readTable(clients.tables, where.tables.polls),
  ];
  const [reports, checkpoints, participation, failures] = [
    await readBucket(clients.buckets, where.buckets.reports),
    await readBucket(clients.buckets, where.buckets.checkpoints),
    await readBucket(clients.buckets, where.buckets.participation),
    await readBucket(clients.buckets, where.buckets.failures),
  ];
  return {
    tables: { responses, tallies, polls },
    buckets: { reports, checkpoints, participation, failures },
  };
};

/** Puts everything back into tables and buckets. */
export const writeHeldData = async (where: Where, data: HeldData): Promise<void> => {
  const clients = clientsOf(where);
  for (const name of ['responses', 'tallies', 'polls'] as const) {
    await writeTable(clients.tables, where.tables[name], data.tables[name]);
  }
  for (const name of ['reports', 'checkpoints', 'participation', 'failures'] as const) {
    await writeBucket(clients.buckets, where.buckets[name], data.buckets[name]);
  }
};

const readTable = async (client: DynamoDBClient, TableName: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for await (const page of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    items.push(...(page.Items ?? []));
  }
  return items.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), 'en'));
};

const keyOf = ({ pk, sk }: Item): string => JSON.stringify([pk, sk]);

const writeTable = async (
  client: DynamoDBClient,
  table: string,
  items: readonly Item[],
): Promise<void> => {
  for (let from = 0; from < items.length; from += MOST_ITEMS_A_WRITE) {
    const requests = items
      .slice(from, from + MOST_ITEMS_A_WRITE)
      .map((Item) => ({ PutRequest: { Item } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: requests } }));
  }
};

const readBucket = async (client: S3Client, Bucket: string): Promise<readonly HeldObject[]> => {
  const objects: HeldObject[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    for (const { Key = '' } of Contents) objects.push(await readObject(client, Bucket, Key));
  }
  return objects;
};

const readObject = async (client: S3Client, Bucket: string, Key: string): Promise<HeldObject> => {
  const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket, Key }));
  const body = (await Body?.transformToString('base64')) ?? '';
  return { key: Key, ...(ContentType && { contentType: ContentType }), body };
};

const writeBucket = async (
  client: S3Client,
  Bucket: string,
  objects: readonly HeldObject[],
): Promise<void> => {
  for (const { key, contentType, body } of objects) {
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: key,
        Body: Buffer.from(body, 'base64'),
        ...(contentType && { ContentType: contentType }),
      }),
    );
  }
};
