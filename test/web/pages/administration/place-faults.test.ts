import { describe, expect, it } from 'vitest';
import { placeFaults, type Target } from '../../../../web/pages/administration/place-faults.ts';

const TARGETS: readonly Target[] = [
  { pointer: '/definition/title/en', label: 'A label', error: 'a text' },
  { pointer: '/definition/title/es', label: 'A label', error: 'a text' },
  { pointer: '/definition/categories/0/id', label: 'A label', error: 'an id' },
  { pointer: '/definition/categories/0/title/en', label: 'A label', error: 'a text' },
  { pointer: '/definition/publishedAttributes', label: 'A label', error: 'ids' },
];

const at = (...pointers: readonly string[]) =>
  placeFaults(
    pointers.map((pointer) => ({ pointer, expected: 'something' })),
    TARGETS,
  );

describe('placeFaults', () => {
  it('places a fault at its own control', () => {
    expect(at('/definition/categories/0/id')).toEqual([
      { kind: 'placed', pointer: '/definition/categories/0/id', label: 'A label', error: 'an id' },
    ]);
  });

  it('places a fault within a control at the control, and several of them once', () => {
    expect(at('/definition/publishedAttributes/0', '/definition/publishedAttributes/3')).toEqual([
      {
        kind: 'placed',
        pointer: '/definition/publishedAttributes',
        label: 'A label',
        error: 'ids',
      },
    ]);
  });

  it('places a fault of a whole at its first control, where all of them say the same', () => {
    expect(at('/definition/title')).toEqual([
      { kind: 'placed', pointer: '/definition/title/en', label: 'A label', error: 'a text' },
    ]);
  });

  it.each(['', '/definition/categories', '/definition/minrespondents', '/other'])(
    'tells in the words of the API what no control stands for: %j',
    (pointer) => {
      expect(at(pointer)).toEqual([{ kind: 'unplaced', pointer, expected: 'something' }]);
    },
  );
});
