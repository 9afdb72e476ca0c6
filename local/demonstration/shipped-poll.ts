import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PollDefinition } from '../../schemas/poll.ts';
import { PROJECT } from '../places.ts';

/** The poll that ships with Groundswell. */
export const readShippedPoll = async (): Promise<PollDefinition> => {
  const text = await readFile(join(PROJECT, 'polls', 'calls-to-action.json'), 'utf8');
  return PollDefinition.parse(JSON.parse(text));
};
