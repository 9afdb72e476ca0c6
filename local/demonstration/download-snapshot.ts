import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../../schemas/release.ts';
import type { Call } from '../api/call.ts';
import { downloadFile } from '../api/reports.ts';

/** Downloads every file of a snapshot into a directory. */
export const downloadSnapshot = async (
  planner: Call,
  poll: string,
  snapshot: Snapshot,
  directory: string,
): Promise<void> => {
  for (const { path } of snapshot.files) {
    await writeFile(join(directory, path), await downloadFile(planner, poll, snapshot, path));
  }
};
