import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { settleAll } from '../../../core/counting/settle-all.ts';

describe('settleAll', () => {
  test('keeps the results in the order of the inputs', async () => {
    const { results, faults } = await settleAll([3, 1, 2], 3, async (turns) => {
      for (let at = 0; at < turns; at += 1) await turn();
      return turns * 10;
    });
    expect(results).toEqual([30, 10, 20]);
    expect(faults).toEqual([]);
  });

  test('a fault stops none of the others', async () => {
    const fault = new Error('broken');
    const done = await settleAll([1, 2, 3, 4], 2, async (input) => {
      if (input === 1) throw fault;
      return input;
    });
    expect(done).toEqual({ results: [2, 3, 4], faults: [fault] });
  });

  test('never does more at a time than the limit', async () => {
    let [now, most] = [0, 0];
    await settleAll(Array.from({ length: 20 }), 3, async () => {
      now += 1;
      most = Math.max(most, now);
      await turn();
      now -= 1;
    });
    expect(most).toBe(3);
  });

  test('of nothing is nothing', async () => {
    expect(await settleAll([], 3, async () => 1)).toEqual({ results: [], faults: [] });
  });
});
