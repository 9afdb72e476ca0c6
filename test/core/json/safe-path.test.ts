import { describe, expect, test } from 'vitest';
import { pointerTo } from '../../../core/json/pointer.ts';
import { safePath } from '../../../core/json/safe-path.ts';

describe('pointerTo(path)', () => {
  test('is empty for the whole', () => {
    expect(pointerTo([])).toBe('');
  });

  test('escapes as RFC 6901 says', () => {
    expect(pointerTo(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0');
  });
});

describe('safePath(path)', () => {
  test('repeats ids, members and indexes', () => {
    expect(safePath(['definition', 'categories', 0, 'peer-mentor-training'])).toBe(
      '/definition/categories/0/peer-mentor-training',
    );
  });

  test('ends above the first name that is not plain', () => {
    for (const odd of ['', 'my name', '<script>', '__proto__', 'é', '-', 'x'.repeat(65)]) {
      expect(safePath(['answers', odd, 'more'])).toBe('/answers');
    }
  });

  test('is at most 16 levels long', () => {
    expect(safePath(Array(100).fill('a'))).toBe('/a'.repeat(16));
  });
});
