import { randomUUID } from 'node:crypto';
import { AuditEntry } from '../../../schemas/audit.ts';

/** The audit entry of an act, with an id that no other has. */
export const anAuditEntry = (poll: string, changes: object = {}): AuditEntry =>
  AuditEntry.parse({
    id: randomUUID(),
    at: '2027-01-15T09:00:00.000Z',
    actor: 'subject-1',
    poll,
    act: 'poll.put',
    isNew: true,
    changed: ['definition'],
    ...changes,
  });
