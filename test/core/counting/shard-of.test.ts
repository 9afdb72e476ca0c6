import { describe, expect, test } from 'vitest';
import { SHARDS, shardOf } from '../../../core/counting/shard-of.ts';

describe('shardOf', () => {
  test('there are 16 shards', () => {
    expect(new Set(SHARDS).size).toBe(16);
  });

  test('an organization keeps its shard: what is stored under it must be found again', () => {
    const shards = ['harbor-house', 'open-door', 'peer-center', 'a'].map(shardOf);
    expect(shards).toEqual(['1', '1', '3', '3']);
  });

  test('3,000 similar organizations spread evenly: none gets more than twice its share', () => {
    const sizes = new Map<string, number>();
    for (let number = 0; number < 3000; number += 1) {
      const shard = shardOf(`rco-${number}`);
      sizes.set(shard, (sizes.get(shard) ?? 0) + 1);
    }
    expect([...sizes.keys()].sort()).toEqual([...SHARDS]);
    expect(Math.max(...sizes.values())).toBeLessThan((2 * 3000) / 16);
  });
});
