import { describe, expect, test } from 'vitest';
import {
  Language,
  LocalizedText,
  OrganizationId,
  PollId,
  Receipt,
  ResponseId,
} from '../../schemas/identifier.ts';

const accepts = (schema: typeof PollId, value: string): boolean => schema.safeParse(value).success;

describe('ids', () => {
  test('are words in lower case, joined by single hyphens', () => {
    for (const id of ['a', 'calls-to-action', '2027', 'x'.repeat(32)]) {
      expect([accepts(PollId, id), accepts(OrganizationId, id)]).toEqual([true, true]);
    }
    for (const id of ['', 'A', 'a_b', '-a', 'a-', 'a--b', 'a b', 'é', 'a\n', 'x'.repeat(33)]) {
      expect([id, accepts(PollId, id), accepts(OrganizationId, id)]).toEqual([id, false, false]);
    }
  });
});

describe('Receipt', () => {
  test('has 128 bits or more in base64url', () => {
    expect(['x'.repeat(22), '_-09azAZ'.repeat(5)].every((r) => accepts(Receipt, r))).toBe(true);
    for (const receipt of ['x'.repeat(21), 'x'.repeat(87), `${'x'.repeat(22)}=`, 'x '.repeat(15)]) {
      expect(accepts(Receipt, receipt)).toBe(false);
    }
  });
});

describe('ResponseId', () => {
  test('has 32 hexadecimal digits in lower case', () => {
    expect(accepts(ResponseId, '0123456789abcdef'.repeat(2))).toBe(true);
    for (const id of ['0123456789ABCDEF'.repeat(2), '0'.repeat(31), '0'.repeat(33)]) {
      expect(accepts(ResponseId, id)).toBe(false);
    }
  });
});

describe('LocalizedText', () => {
  test('has a text in at least one language, each named by its tag', () => {
    expect(LocalizedText.parse({ en: ' Peers ', 'pt-BR': 'Pares' })).toEqual({
      en: 'Peers',
      'pt-BR': 'Pares',
    });
    for (const texts of [{}, { en: ' ' }, { english: 'Peers' }, { EN: 'Peers' }]) {
      expect(LocalizedText.safeParse(texts).success).toBe(false);
    }
    expect(Language.safeParse('pt-br').success).toBe(false);
  });
});
