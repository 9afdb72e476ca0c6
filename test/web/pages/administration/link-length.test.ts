import { describe, expect, it } from 'vitest';
import { excessiveLink, scarceRoom } from '../../../../web/pages/administration/link-length.ts';

describe('excessiveLink', () => {
  it('is nothing for /p/POLL/ORGANIZATION of 40 characters, and the length of a longer one', () => {
    expect(excessiveLink('a'.repeat(20), 'b'.repeat(16))).toBeNull();
    expect(excessiveLink('a'.repeat(20), 'b'.repeat(17))).toBe(41);
    expect(excessiveLink('a'.repeat(32), 'b'.repeat(32))).toBe(68);
  });
});

describe('scarceRoom', () => {
  it('is nothing where 12 characters stay for an organization, and what stays otherwise', () => {
    expect(scarceRoom('a'.repeat(24))).toBeNull();
    expect(scarceRoom('a'.repeat(25))).toBe(11);
    expect(scarceRoom('a'.repeat(32))).toBe(4);
  });
});
