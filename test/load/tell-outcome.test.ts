import { expect, test } from 'vitest';
import { SHORT } from './load-size.ts';
import { type LoadOutcome, tellOutcome, unmetBy } from './tell-outcome.ts';

const same = { compared: 100, differences: [] };
const exact: LoadOutcome = {
  size: { ...SHORT, gateway: 3, handlers: 2, probes: 1 },
  counts: { requests: 9, respondents: 5, accepted: 7, refused: 2, retried: 1 },
  bursts: { gateway: { planned: 1, seen: 1 }, handlers: { planned: 2, seen: 2 } },
  mostAtOnce: 8,
  strays: 1,
  doubled: 1,
  lostRaces: 1,
  rollUpsAtOnce: 1,
  sealsAtOnce: 1,
  killed: { handlers: 1, functions: 1 },
  killedAtEnd: { handlers: 1, functions: 1, seals: 1 },
  restarts: 1,
  interimReleases: 1,
  tallied: [1_000],
  stored: { lost: 0, extra: 0 },
  inForce: 5,
  published: 5,
  items: 20,
  scale: 5,
  levels: same,
  figures: same,
};

test('a run is exact where nothing is lost, double or published otherwise', () => {
  expect(unmetBy(exact)).toEqual([]);
});

const counts = (changes: Partial<LoadOutcome['counts']>) => ({
  counts: { ...exact.counts, ...changes },
});
const differing = { compared: 100, differences: ['rye'] };

test.each<[string, Partial<LoadOutcome>]>([
  ['nothing was lost', { stored: { lost: 1, extra: 0 } }],
  ['nothing was double', { stored: { lost: 0, extra: 1 } }],
  ['all in force was published', { published: 4 }],
  ['all in force was published', { inForce: 0, published: 0 }],
  ['all in force was published', { published: Number.NaN }],
  ['the levels are the same', { levels: differing }],
  ['the figures are the same', { figures: differing }],
  ['every level was compared', { levels: { compared: 99, differences: [] } }],
  ['figures were compared', { figures: { compared: 0, differences: [] } }],
  ['everybody answered', counts({ respondents: 4 })],
  ['some were refused', counts({ refused: 0 })],
  ['some had to send again', counts({ retried: 0 })],
  ['late copies came', { strays: 0 }],
  ['doubled records were counted', { doubled: 0 }],
  ['tallies raced', { lostRaces: 0 }],
  ['people came in bursts', { bursts: { ...exact.bursts, gateway: { planned: 0, seen: 0 } } }],
  ['people came in bursts', { bursts: { ...exact.bursts, handlers: { planned: 2, seen: 1 } } }],
  ['at most 8 requests were at the gateway', { mostAtOnce: 9 }],
  ['processes were killed', { killed: { handlers: 1, functions: 0 } }],
  ['processes were killed', { killed: {} }],
  ['processes were killed at the end', { killedAtEnd: { ...exact.killedAtEnd, seals: 0 } }],
  ['the emulator was restarted', { restarts: 0 }],
  ['two roll-ups ran at once', { rollUpsAtOnce: 0 }],
  ['two seals ran at once', { sealsAtOnce: 0 }],
  ['a release came in the middle', { interimReleases: 0 }],
  ['enough was measured', { tallied: [] }],
])('a run is not exact unless %s', (unmet, difference) => {
  const outcome = { ...exact, ...difference };
  expect(unmetBy(outcome)).toEqual([unmet]);
  expect(tellOutcome(outcome).at(-1)).toBe(`not so: ${unmet}`);
});
