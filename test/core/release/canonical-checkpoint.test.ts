import { describe, expect, it } from 'vitest';
import {
  parseCheckpoint,
  serializeCheckpoint,
} from '../../../core/release/canonical-checkpoint.ts';
import type { Checkpoint } from '../../../schemas/checkpoint.ts';

const checkpoint = (organizations: Checkpoint['organizations'], shown: number[]): Checkpoint => ({
  version: 1,
  poll: 'spring',
  day: '2026-05-01',
  kind: 'interim',
  shown,
  undivided: [],
  held: [],
  unweighed: [],
  releases: 1,
  finals: 0,
  organizations,
});
const a = {
  organization: 'a',
  responses: 1,
  counts: [[0, 1]],
  attributes: { x: '1', y: '2' },
  grewIn: [],
};
const b = {
  organization: 'b',
  responses: 0,
  counts: [[0, 0]],
  attributes: {},
  grewIn: [1],
  peopleServed: 9,
};

describe('a checkpoint in writing', () => {
  it('has the same bytes in whatever order it was put together', () => {
    const one = checkpoint([a, b], [0, 1]);
    const other = checkpoint([{ ...b }, { ...a, attributes: { y: '2', x: '1' } }], [1, 0]);
    expect(serializeCheckpoint(one)).toBe(serializeCheckpoint(other));
  });

  it('reads back as it was', () => {
    const one = checkpoint([a, b], [0, 1]);
    expect(parseCheckpoint(serializeCheckpoint(one))).toEqual(one);
  });

  it('is refused when it is not one', () => {
    expect(() => parseCheckpoint('{"version":2}')).toThrow();
  });
});
