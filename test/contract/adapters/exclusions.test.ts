import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createAuditTrail } from '../../../adapters/dynamodb/audit-trail.ts';
import { createExclusions } from '../../../adapters/dynamodb/exclusions.ts';
import { createOrganizations } from '../../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../../adapters/dynamodb/polls.ts';
import { createSeals } from '../../../adapters/dynamodb/seals.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { createEmulatedTable } from './emulated-table.ts';

let table: Awaited<ReturnType<typeof createEmulatedTable>>;

beforeAll(async () => {
  table = await createEmulatedTable(inject('awsEndpoint'));
});

const FLOOD = [{ channel: 'web' as const, day: '2027-02-03' }];
const HARBOR = { id: 'harbor', name: { en: 'Harbor' }, attributes: {}, bucketBits: 0 };
const GUARD = { pollVersion: 1, opened: false, released: false };

const store = () => createExclusions(table);
const organizations = () => createOrganizations(table);
const acts = async (poll: string) =>
  (await createAuditTrail(table).list(poll, { limit: 100 })).entries.length;

const withHarbor = async (poll: string): Promise<string> => {
  await createPolls(table).put(
    { id: poll, definition: aDefinition(), opened: false },
    anAuditEntry(poll),
  );
  await organizations().put(poll, [HARBOR], GUARD, () => anAuditEntry(poll));
  return poll;
};

const put = (poll: string, version: number, exclusions: typeof FLOOD = FLOOD) =>
  store().put(poll, 'harbor', { version, exclusions }, anAuditEntry(poll));

describe('exclusions', () => {
  test('are none at first, also of an organization that is not there', async () => {
    const poll = await withHarbor('fresh');
    for (const organization of ['harbor', 'nobody']) {
      expect(await store().get(poll, organization)).toEqual({ version: 0, exclusions: [] });
    }
  });

  test('are read back as they were put, version after version', async () => {
    const poll = await withHarbor('versions');
    expect(await put(poll, 1)).toEqual({ kind: 'changed' });
    expect(await store().get(poll, 'harbor')).toEqual({ version: 1, exclusions: FLOOD });
    expect(await put(poll, 2, [])).toEqual({ kind: 'changed' });
    expect(await store().get(poll, 'harbor')).toEqual({ version: 2, exclusions: [] });
  });

  test('are overtaken by whoever put the same version first, and leave no entry', async () => {
    const poll = await withHarbor('raced');
    await put(poll, 1);
    const before = await acts(poll);
    for (const version of [1, 3]) expect(await put(poll, version)).toEqual({ kind: 'overtaken' });
    expect(await acts(poll)).toBe(before);
  });

  test('are not put of an organization that is not there', async () => {
    const poll = await withHarbor('absent');
    const entry = anAuditEntry(poll);
    const change = await store().put(poll, 'nobody', { version: 1, exclusions: FLOOD }, entry);
    expect(change).toEqual({ kind: 'overtaken' });
    expect(await organizations().get(poll, 'nobody')).toBeUndefined();
  });

  test('stay as they are once the final count has begun', async () => {
    const poll = await withHarbor('sealing');
    await put(poll, 1);
    await createSeals(table).begin(poll);
    await createSeals(table).begin(poll);
    expect(await put(poll, 2, [])).toEqual({ kind: 'sealing' });
    expect(await store().get(poll, 'harbor')).toEqual({ version: 1, exclusions: FLOOD });
  });

  test('stay where the organization is put anew, and are no part of it', async () => {
    const poll = await withHarbor('renamed');
    await put(poll, 1);
    const renamed = { ...HARBOR, name: { en: 'New Harbor' }, peopleServed: 7 };
    await organizations().put(poll, [renamed], GUARD, () => anAuditEntry(poll));
    await organizations().put(poll, [HARBOR], GUARD, () => anAuditEntry(poll));
    expect(await store().get(poll, 'harbor')).toEqual({ version: 1, exclusions: FLOOD });
    expect(await organizations().get(poll, 'harbor')).toEqual(HARBOR);
  });
});
