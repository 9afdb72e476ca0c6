import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createCollectionTerms } from '../../../adapters/dynamodb/collection-terms.ts';
import { createOrganizations } from '../../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../../adapters/dynamodb/polls.ts';
import type { Organization } from '../../../schemas/organization.ts';
import { aDefinition } from '../../core/polls/a-poll.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { createEmulatedTable } from './emulated-table.ts';

let table: Awaited<ReturnType<typeof createEmulatedTable>>;

beforeAll(async () => {
  table = await createEmulatedTable(inject('awsEndpoint'));
});

const anOrganization = (id: string, overrides: Partial<Organization> = {}): Organization => ({
  id,
  name: { en: `Organization ${id}`, es: `Organización ${id}` },
  attributes: { region: 'north' },
  bucketBits: 2,
  ...overrides,
});

const many = (count: number): readonly Organization[] =>
  Array.from({ length: count }, (_, index) =>
    anOrganization(`o-${String(index).padStart(4, '0')}`),
  );

const organizations = () => createOrganizations(table);
const DRAFT = { pollVersion: 1, opened: false, released: false };

const aPoll = async (id: string): Promise<string> => {
  await createPolls(table).put({ id, definition: aDefinition(), opened: false }, anAuditEntry(id));
  return id;
};

const release = (poll: string, number: number) =>
  table.client.send(
    new PutCommand({ TableName: table.tableName, Item: { pk: poll, sk: 'RELEASE', number } }),
  );

describe('organizations', () => {
  test('an organization that was never put is not found, and the list is empty', async () => {
    expect(await organizations().get('none', 'harbor')).toBeUndefined();
    expect(await organizations().list('none')).toEqual([]);
  });

  test('what is put is read back whole', async () => {
    const poll = await aPoll('whole');
    const harbor = anOrganization('harbor', { peopleServed: 120, expectedResponses: 400 });
    expect(await organizations().put(poll, [harbor], DRAFT, () => anAuditEntry(poll))).toEqual({
      kind: 'changed',
    });
    expect(await organizations().get(poll, 'harbor')).toEqual(harbor);
  });

  test('more than one transaction holds are all written and listed by id', async () => {
    const poll = await aPoll('many');
    const all = many(103);
    expect(
      await organizations().put(poll, all.toReversed(), DRAFT, () => anAuditEntry(poll)),
    ).toEqual({ kind: 'changed' });
    expect(await organizations().list(poll)).toEqual(all);
  });

  test('nothing is written under another version of the poll', async () => {
    const poll = await aPoll('versioned');
    const change = await organizations().put(poll, many(1), { ...DRAFT, pollVersion: 2 }, () =>
      anAuditEntry(poll),
    );
    expect(change).toEqual({ kind: 'overtaken' });
    expect(await organizations().list(poll)).toEqual([]);
  });

  test('nothing is written where something was released meanwhile', async () => {
    const poll = await aPoll('released');
    await release(poll, 1);
    expect(await organizations().put(poll, many(1), DRAFT, () => anAuditEntry(poll))).toEqual({
      kind: 'overtaken',
    });
    expect(await organizations().list(poll)).toEqual([]);
  });

  test('a candidate that waits is no release', async () => {
    const poll = await aPoll('waiting');
    await release(poll, 0);
    expect(await organizations().put(poll, many(1), DRAFT, () => anAuditEntry(poll))).toEqual({
      kind: 'changed',
    });
  });

  test('where the release was known, it is no hindrance', async () => {
    const poll = await aPoll('known');
    await release(poll, 3);
    const change = await organizations().put(poll, many(1), { ...DRAFT, released: true }, () =>
      anAuditEntry(poll),
    );
    expect(change).toEqual({ kind: 'changed' });
  });

  test('an organization is slowed until later, never until earlier, and stays as it is', async () => {
    const poll = await aPoll('slowed');
    await organizations().put(poll, many(1), DRAFT, () => anAuditEntry(poll));
    const until = async () =>
      (await createCollectionTerms(table).organization(poll, 'o-0000'))?.slowUntil;
    const [early, late] = ['2027-01-15T09:10:00.000Z', '2027-01-15T09:20:00.000Z'];
    expect(await until()).toBeUndefined();
    expect(await organizations().slow(poll, 'o-0000', new Date(late))).toEqual({ kind: 'changed' });
    for (const again of [early, late]) {
      const change = await organizations().slow(poll, 'o-0000', new Date(again));
      expect(change).toEqual({ kind: 'overtaken' });
    }
    expect(await until()).toBe(late);
    await organizations().put(poll, many(1), DRAFT, () => anAuditEntry(poll));
    expect(await until()).toBe(late);
    expect(await organizations().list(poll)).toEqual(many(1));
  });

  test('those that are to wait no longer are not slowed any more, others are', async () => {
    const poll = await aPoll('unslowed');
    const entry = () => anAuditEntry(poll);
    await organizations().put(poll, many(2), DRAFT, entry);
    const late = '2027-01-15T09:20:00.000Z';
    for (const { id } of many(2)) await organizations().slow(poll, id, new Date(late));
    await organizations().put(poll, many(2), DRAFT, entry, new Set(['o-0001']));
    const terms = createCollectionTerms(table);
    expect((await terms.organization(poll, 'o-0000'))?.slowUntil).toBe(late);
    expect((await terms.organization(poll, 'o-0001'))?.slowUntil).toBeUndefined();
    expect(await organizations().list(poll)).toEqual(many(2));
  });

  test('an organization that is not there is not made by slowing it', async () => {
    const poll = await aPoll('nobody');
    const change = await organizations().slow(poll, 'ghost', new Date('2027-01-15T09:20:00.000Z'));
    expect(change).toEqual({ kind: 'overtaken' });
    expect(await organizations().list(poll)).toEqual([]);
  });
});
