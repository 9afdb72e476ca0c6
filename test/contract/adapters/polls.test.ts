import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createPolls, type Polls } from '../../../adapters/dynamodb/polls.ts';
import type { PollDraft } from '../../../core/polls/poll-draft.ts';
import { aDefinition, anOpenPoll } from '../../core/polls/a-poll.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { createEmulatedTable } from './emulated-table.ts';

let polls: Polls;

beforeAll(async () => {
  polls = createPolls(await createEmulatedTable(inject('awsEndpoint')));
});

const aNewPoll = (id: string): PollDraft => ({ id, definition: aDefinition(), opened: false });

describe('polls', () => {
  test('a poll that was never put is not found', async () => {
    expect(await polls.get('nowhere')).toBeUndefined();
  });

  test('a new poll is kept at version 1 and stands in the list', async () => {
    expect(await polls.put(aNewPoll('first'), anAuditEntry('first'))).toEqual({ kind: 'changed' });
    expect(await polls.get('first')).toEqual({ ...aNewPoll('first'), version: 1 });
    expect(await polls.list()).toContain('first');
  });

  test('every attribute of a poll is read back as it was written', async () => {
    const poll = anOpenPoll({
      id: 'whole',
      importsCloseAt: '2027-03-05T00:00:00.000Z',
      openedAnnounced: '2027-02-01T00:00:00.000Z',
    });
    const { version: _version, ...draft } = poll;
    await polls.put(draft, anAuditEntry(draft.id));
    expect(await polls.get('whole')).toEqual({ ...poll, version: 1 });
  });

  test('of two that put the same new poll, the second is overtaken and changes nothing', async () => {
    await polls.put(
      { ...aNewPoll('twice'), closesAt: '2027-01-01T00:00:00.000Z' },
      anAuditEntry('twice'),
    );
    expect(await polls.put(aNewPoll('twice'), anAuditEntry('twice'))).toEqual({
      kind: 'overtaken',
    });
    expect((await polls.get('twice'))?.closesAt).toBe('2027-01-01T00:00:00.000Z');
  });

  test('a change from the version that was read raises it; one from an older version is overtaken', async () => {
    await polls.put(aNewPoll('raised'), anAuditEntry('raised'));
    expect(await polls.put({ ...aNewPoll('raised'), version: 1 }, anAuditEntry('raised'))).toEqual({
      kind: 'changed',
    });
    expect(await polls.put({ ...aNewPoll('raised'), version: 1 }, anAuditEntry('raised'))).toEqual({
      kind: 'overtaken',
    });
    expect((await polls.get('raised'))?.version).toBe(2);
  });

  test('an announcement is noted for the instant that the poll has, and raises the version', async () => {
    const { version: _version, ...draft } = anOpenPoll({ id: 'told' });
    await polls.put(draft, anAuditEntry(draft.id));
    const openedAt = String(draft.openedAt);
    expect(await polls.markAnnounced('told', 'opened', openedAt)).toEqual({ kind: 'changed' });
    expect(await polls.get('told')).toMatchObject({ openedAnnounced: openedAt, version: 2 });
  });

  test('an announcement of an instant that is no longer the poll’s is not noted', async () => {
    const { version: _version, ...draft } = anOpenPoll({ id: 'moved' });
    await polls.put(draft, anAuditEntry(draft.id));
    const change = await polls.markAnnounced('moved', 'closed', '2026-01-01T00:00:00.000Z');
    expect(change).toEqual({ kind: 'overtaken' });
    expect((await polls.get('moved'))?.closedAnnounced).toBeUndefined();
  });

  test('an announcement of an unknown poll makes none', async () => {
    expect(await polls.markAnnounced('ghost', 'opened', '2026-01-01T00:00:00.000Z')).toEqual({
      kind: 'overtaken',
    });
    expect(await polls.get('ghost')).toBeUndefined();
  });
});
