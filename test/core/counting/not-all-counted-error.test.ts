import { describe, expect, test } from 'vitest';
import { NotAllCountedError, throwFaults } from '../../../core/counting/not-all-counted-error.ts';

describe('NotAllCountedError', () => {
  test('names each kind of fault once, also of what failed in parts', () => {
    const inner = new NotAllCountedError([new TypeError(), new TypeError(), new RangeError()]);
    expect(new NotAllCountedError([inner, new SyntaxError()]).codes).toEqual([
      'TypeError',
      'RangeError',
      'SyntaxError',
    ]);
  });

  test('has the first fault as its cause', () => {
    const first = new TypeError();
    expect(new NotAllCountedError([first, new RangeError()]).cause).toBe(first);
  });

  test('is not thrown where there is no fault', () => {
    expect(() => throwFaults([])).not.toThrow();
    expect(() => throwFaults([new Error()])).toThrow(NotAllCountedError);
  });
});
