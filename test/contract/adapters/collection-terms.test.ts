import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  type CollectionTermsReader,
  createCollectionTerms,
} from '../../../adapters/dynamodb/collection-terms.ts';
import { createOrganizations } from '../../../adapters/dynamodb/organizations.ts';
import { createPolls } from '../../../adapters/dynamodb/polls.ts';
import { aDefinition, anOpenPoll } from '../../core/polls/a-poll.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { createEmulatedTable } from './emulated-table.ts';

let terms: CollectionTermsReader;

const secondsOf = (instant: string): number => Date.parse(instant) / 1000;

beforeAll(async () => {
  const table = await createEmulatedTable(inject('awsEndpoint'));
  const polls = createPolls(table);
  const { version: _version, ...open } = anOpenPoll();
  await polls.put(open, anAuditEntry(open.id));
  const early = { ...open, id: 'early', closesAt: '2027-02-10T00:00:00.000Z' };
  await polls.put(early, anAuditEntry('early'));
  await polls.put({ id: 'draft', definition: aDefinition(), opened: false }, anAuditEntry('draft'));
  await createOrganizations(table).put(
    'spring',
    [{ id: 'harbor', name: { en: 'Harbor' }, attributes: {}, bucketBits: 2 }],
    { pollVersion: 1, opened: false, released: false },
    () => anAuditEntry('spring'),
  );
  terms = createCollectionTerms(table);
});

describe('collection terms', () => {
  test('of an open poll hold the items in order, the levels and the dates', async () => {
    expect(await terms.ofPoll('spring')).toEqual({
      items: ['mentors', 'facilitators', 'supportive-housing'],
      levels: 5,
      opened: true,
      openedAt: '2027-02-01T00:00:00.000Z',
      closesAt: '2027-03-01T00:00:00.000Z',
      expiresAt: secondsOf('2027-05-30T00:00:00.000Z'),
    });
  });

  test('of a poll that closed early still expire no earlier than was fixed at its opening', async () => {
    expect((await terms.ofPoll('early'))?.expiresAt).toBe(secondsOf('2027-05-30T00:00:00.000Z'));
  });

  test('of a draft have no dates', async () => {
    expect(await terms.ofPoll('draft')).toEqual({
      items: ['mentors', 'facilitators', 'supportive-housing'],
      levels: 5,
      opened: false,
      expiresAt: 0,
    });
  });

  test('of an unknown poll there are none', async () => {
    expect(await terms.ofPoll('nowhere')).toBeUndefined();
  });

  test('an organization is found by its id within its poll only', async () => {
    expect(await terms.organization('spring', 'harbor')).toEqual({ id: 'harbor' });
    expect(await terms.organization('spring', 'haven')).toBeUndefined();
    expect(await terms.organization('draft', 'harbor')).toBeUndefined();
  });
});
