import { describe, expect, test } from 'vitest';
import { planExclusions } from '../../../core/counting/plan-exclusions.ts';

const web = { channel: 'web' as const, day: '2027-02-03' };
const api = { channel: 'api' as const, day: '2027-02-03' };
const earlier = { channel: 'web' as const, day: '2027-02-01' };

describe('planExclusions', () => {
  test('makes the next version of another list, each entry once, by day and channel', () => {
    expect(planExclusions({ version: 4, exclusions: [web] }, [web, earlier, api, web])).toEqual({
      kind: 'write',
      exclusions: { version: 5, exclusions: [earlier, api, web] },
    });
  });

  test('changes nothing where the list says the same, in whatever order', () => {
    const current = { version: 4, exclusions: [web, earlier] };
    expect(planExclusions(current, [earlier, web, web])).toEqual({
      kind: 'unchanged',
      exclusions: current,
    });
  });

  test('an empty list is a change where there was one, and none where there was not', () => {
    expect(planExclusions({ version: 1, exclusions: [web] }, []).kind).toBe('write');
    expect(planExclusions({ version: 0, exclusions: [] }, []).kind).toBe('unchanged');
  });
});
