import { beforeAll, describe, expect, inject, test } from 'vitest';
import { createPolls, type Polls } from '../../../adapters/dynamodb/polls.ts';
import { createSeals, type Seals } from '../../../adapters/dynamodb/seals.ts';
import { anOpenPoll } from '../../functions/counting-world.ts';
import { anAuditEntry } from './an-audit-entry.ts';
import { createEmulatedTable } from './emulated-table.ts';

const CLOSES_AT = '2027-02-01T00:00:00.000Z';
const SEAL = { sealedAt: '2027-02-01T00:01:00.000Z', day: '2027-02-01' };

let polls: Polls;
let seals: Seals;

const putPoll = async (id: string): Promise<void> => {
  const { version: _version, ...draft } = anOpenPoll({ id, closesAt: CLOSES_AT });
  await polls.put(draft, anAuditEntry(id));
};

beforeAll(async () => {
  const table = await createEmulatedTable(inject('awsEndpoint'));
  seals = createSeals(table);
  polls = createPolls(table);
});

describe('seals', () => {
  test('a poll that was not sealed has none', async () => {
    await putPoll('open');
    expect(await seals.get('open')).toBeUndefined();
  });

  test('a seal is read back as it was put', async () => {
    await putPoll('closed');
    expect(await seals.put('closed', CLOSES_AT, SEAL)).toEqual({ kind: 'sealed' });
    expect(await seals.get('closed')).toEqual(SEAL);
  });

  test('a second seal changes nothing', async () => {
    await putPoll('twice');
    await seals.put('twice', CLOSES_AT, SEAL);
    const later = { ...SEAL, sealedAt: '2027-02-01T00:02:00.000Z' };
    expect(await seals.put('twice', CLOSES_AT, later)).toEqual({ kind: 'already-sealed' });
    expect(await seals.get('twice')).toEqual(SEAL);
  });

  test('none is put where the poll no longer closes then', async () => {
    await putPoll('moved');
    expect(await seals.put('moved', '2027-01-31T00:00:00.000Z', SEAL)).toEqual({
      kind: 'end-moved',
    });
    expect(await seals.get('moved')).toBeUndefined();
  });

  test('none is put for a poll that does not exist', async () => {
    expect(await seals.put('ghost', CLOSES_AT, SEAL)).toEqual({ kind: 'end-moved' });
    expect(await seals.get('ghost')).toBeUndefined();
  });
});
