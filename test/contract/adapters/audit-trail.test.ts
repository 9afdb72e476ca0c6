import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createAuditTrail } from '../../../adapters/dynamodb/audit-trail.ts';
import { createOrganizations } from '../../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../../adapters/dynamodb/polls.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { createEmulatedTable } from './emulated-table.ts';

let table: Awaited<ReturnType<typeof createEmulatedTable>>;

beforeAll(async () => {
  table = await createEmulatedTable(inject('awsEndpoint'));
});

const trail = () => createAuditTrail(table);
const at = (second: number): string => `2027-01-15T09:00:${String(second).padStart(2, '0')}.000Z`;
const aDraft = (id: string) => ({ id, definition: aDefinition(), opened: false });

const written = async (poll: string) => (await trail().list(poll, { limit: 200 })).entries;

describe('the audit trail', () => {
  test('of a poll with which nothing was done is empty', async () => {
    expect(await trail().list('none', { limit: 10 })).toEqual({ entries: [] });
  });

  test('is read newest first, page by page, each entry once', async () => {
    const entries = Array.from({ length: 7 }, (_, second) =>
      anAuditEntry('paged', { at: at(second) }),
    );
    for (const entry of entries) await trail().record(entry);
    const first = await trail().list('paged', { limit: 4 });
    expect(first.entries).toEqual(entries.slice(3).toReversed());
    const second = await trail().list('paged', { limit: 4, before: first.next });
    expect(second).toEqual({ entries: entries.slice(0, 3).toReversed() });
  });

  test('has no next page after one that is full with the last entries', async () => {
    const entries = Array.from({ length: 4 }, (_, second) =>
      anAuditEntry('full', { at: at(second) }),
    );
    for (const entry of entries) await trail().record(entry);
    const { next, ...first } = await trail().list('full', { limit: 2 });
    expect(first.entries).toEqual(entries.slice(2).toReversed());
    const last = await trail().list('full', { limit: 2, before: next });
    expect(last).toEqual({ entries: entries.slice(0, 2).toReversed() });
  });

  test('keeps both of two entries of one instant', async () => {
    await trail().record(anAuditEntry('same'));
    await trail().record(anAuditEntry('same'));
    expect(await written('same')).toHaveLength(2);
  });

  test('has an entry once whose write came twice, its first answer lost', async () => {
    const entry = anAuditEntry('twice', { correlation: 'a-request' });
    await trail().record(entry);
    await trail().record(entry);
    expect(await written('twice')).toEqual([entry]);
  });

  test('replaces no entry: the second with the same id is refused', async () => {
    const entry = anAuditEntry('once');
    await trail().record(entry);
    const again = trail().record({ ...entry, actor: 'somebody-else' });
    await expect(again).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(await written('once')).toEqual([entry]);
  });

  test('has no entry of a poll whose write was overtaken', async () => {
    const polls = createPolls(table);
    const entry = anAuditEntry('raced');
    await polls.put(aDraft('raced'), entry);
    const late = await polls.put(aDraft('raced'), anAuditEntry('raced'));
    expect(late).toEqual({ kind: 'overtaken' });
    expect(await written('raced')).toEqual([entry]);
  });

  test('has no poll of an entry that could not be written', async () => {
    const entry = anAuditEntry('unwritten');
    await trail().record(entry);
    expect(await createPolls(table).put(aDraft('unwritten'), entry)).toEqual({ kind: 'overtaken' });
    expect(await createPolls(table).get('unwritten')).toBeUndefined();
  });

  test('has one entry for every 50 organizations that were written together', async () => {
    await createPolls(table).put(aDraft('loaded'), anAuditEntry('loaded'));
    const many = Array.from({ length: 60 }, (_, index) => ({
      id: `o-${index}`,
      name: { en: 'One' },
      attributes: {},
      bucketBits: 0,
    }));
    const guard = { pollVersion: 1, opened: false, released: false };
    await createOrganizations(table).put('loaded', many, guard, (some, part) =>
      anAuditEntry('loaded', {
        act: 'organizations.loaded',
        at: at(part),
        part,
        created: some.length,
        changed: 0,
      }),
    );
    expect(await written('loaded')).toMatchObject([
      { act: 'organizations.loaded', part: 2, created: 10 },
      { act: 'organizations.loaded', part: 1, created: 50 },
      { act: 'poll.put' },
    ]);
  });
});
