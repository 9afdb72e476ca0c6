import { describe, expect, test } from 'vitest';
import { createPace } from '../../../local/demonstration/pace.ts';
import type { Visit } from '../../../local/demonstration/visits.ts';

const visits: readonly Visit[] = Array.from({ length: 10 }, (_, index) => ({
  holder: { poll: 'a-poll', organization: 'one', receipt: String(index) },
  kind: 'first',
  steps: [],
}));

const aPace = (released: Promise<unknown>) =>
  createPace({
    ...{ visits, reserved: 4, spreadMs: 120, released },
    signal: new AbortController().signal,
  });

describe('a pace', () => {
  test('spreads the visits before the reserved ones evenly', async () => {
    const begun = performance.now();
    await aPace(Promise.resolve())(3);
    const waited = performance.now() - begun;
    expect(waited).toBeGreaterThan(55);
  });

  test('lets the reserved ones wait for the release, and then go at once', async () => {
    let release = () => {};
    const turn = aPace(
      new Promise<void>((resolve) => {
        release = resolve;
      }),
    );
    let gone = 0;
    const reserved = [6, 7, 8, 9].map((index) => turn(index).then(() => gone++));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(gone).toBe(0);
    release();
    await Promise.all(reserved);
    expect(gone).toBe(4);
  });
});
