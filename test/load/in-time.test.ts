import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { NotInTimeError, until, within } from './in-time.ts';

const { signal } = new AbortController();
const briefly = { patienceMs: 20, everyMs: 1, signal };

describe('waiting', () => {
  test('ends with what came', async () => {
    let looks = 0;
    const look = () => (++looks === 3 ? 'here' : undefined);
    expect(await until('A thing', look, briefly)).toBe('here');
  });

  test('for what never comes ends, and says what that was', async () => {
    const waited = until('An interim release', () => undefined, briefly);
    await expect(waited).rejects.toThrow(
      new NotInTimeError('An interim release', briefly.patienceMs),
    );
  });

  test('ends where it is interrupted', async () => {
    const look = () => undefined;
    const aborted = { patienceMs: 60_000, everyMs: 30_000, signal: AbortSignal.timeout(5) };
    await expect(until('A thing', look, aborted)).rejects.toThrow('aborted');
  });
});

describe('work', () => {
  test('that ends in time gives its result', async () => {
    expect(await within('The end', 60_000, signal, async () => 5)).toBe(5);
  });

  test('that never ends is given up by name, and told by its signal', async () => {
    let told = false;
    const endless = async (over: AbortSignal): Promise<void> => {
      over.addEventListener('abort', () => {
        told = true;
      });
      await sleep(60_000, undefined, { ref: false });
    };
    await expect(within('The end', 5, signal, endless)).rejects.toThrow(NotInTimeError);
    expect(told).toBe(true);
  });
});
