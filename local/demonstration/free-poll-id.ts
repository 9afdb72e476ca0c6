import { type Call, jsonOf } from '../api/call.ts';
import { ensureAccepted } from '../api/ensure-accepted.ts';

/** `wanted`, or the first of `wanted-2`, `wanted-3`, ... that is not a poll yet. */
export const freePollId = async (administrator: Call, wanted: string): Promise<string> => {
  const answer = await ensureAccepted(administrator, { method: 'GET', path: '/v1/polls' });
  const { polls } = jsonOf(answer) as { polls: readonly { id: string }[] };
  const taken = new Set(polls.map(({ id }) => id));
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
};
