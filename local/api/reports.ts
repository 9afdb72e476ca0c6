import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../../schemas/release.ts';
import { type Call, jsonOf } from './call.ts';
import { ensureAccepted } from './ensure-accepted.ts';

export class NotReleasedError extends Error {
  override readonly name = 'NotReleasedError';
}

export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';
}

const PAUSE_MS = 1_000;

/** The snapshots of a poll, newest first. */
export const listSnapshots = async (call: Call, poll: string): Promise<readonly Snapshot[]> => {
  const answer = await ensureAccepted(call, { method: 'GET', path: `/v1/polls/${poll}/reports` });
  return (jsonOf(answer) as { snapshots: readonly Snapshot[] }).snapshots;
};

/** Waits until a snapshot of a kind is out. */
export const awaitSnapshot = async (
  call: Call,
  poll: string,
  kind: Snapshot['kind'],
  settings: { readonly patienceMs: number; readonly signal: AbortSignal },
): Promise<Snapshot> => {
  const patientUntil = Date.now() + settings.patienceMs;
  while (Date.now() < patientUntil) {
    const found = (await listSnapshots(call, poll)).find((snapshot) => snapshot.kind === kind);
    if (found) return found;
    await sleep(PAUSE_MS, undefined, { signal: settings.signal });
  }
  throw new NotReleasedError(`No ${kind} release came within ${settings.patienceMs / 1000} s.`);
};

/** A file of a snapshot, checked against the size and hash that the snapshot states. */
export const downloadFile = async (
  call: Call,
  poll: string,
  { snapshot, files }: Snapshot,
  path: string,
): Promise<Uint8Array> => {
  const stated = files.find((file) => file.path === path);
  const { body } = await ensureAccepted(call, {
    method: 'GET',
    path: `/v1/polls/${poll}/reports/${snapshot}/${path}`,
  });
  const sha256 = createHash('sha256').update(body).digest('hex');
  if (body.length !== stated?.bytes || sha256 !== stated.sha256) {
    throw new DamagedFileError(`${path} is not the file that snapshot ${snapshot} lists.`);
  }
  return body;
};
