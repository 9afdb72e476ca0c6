import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CODE_LENGTH,
  checkCharacter,
  readInvitationCode,
  SYMBOLS,
} from '../../../core/invitations/invitation-code.ts';

const symbols = fc
  .array(fc.constantFrom(...SYMBOLS), { minLength: CODE_LENGTH - 1, maxLength: CODE_LENGTH - 1 })
  .map((each) => each.join(''));
const code = symbols.map((each) => each + checkCharacter(each));
const place = fc.nat({ max: CODE_LENGTH - 1 });

describe('readInvitationCode(typed)', () => {
  test('returns a whole code as it is', () => {
    fc.assert(
      fc.property(code, (each) => {
        expect(readInvitationCode(each)).toBe(each);
      }),
    );
  });

  test('reads small letters, spaces, hyphens, O for 0, and I and L for 1', () => {
    expect(readInvitationCode(' ooooo-0000o ')).toBe('0000000000');
    const ones = `111111111${checkCharacter('111111111')}`;
    expect(readInvitationCode(`iIlL1 1111${ones.slice(-1)}`)).toBe(ones);
  });

  test('finds any one wrong symbol', () => {
    fc.assert(
      fc.property(code, place, fc.constantFrom(...SYMBOLS), (each, at, wrong) => {
        fc.pre(each[at] !== wrong);
        const mistyped = each.slice(0, at) + wrong + each.slice(at + 1);
        expect(readInvitationCode(mistyped)).toBeUndefined();
      }),
    );
  });

  test('finds any two symbols that changed places', () => {
    fc.assert(
      fc.property(code, place, place, (each, one, other) => {
        fc.pre(each[one] !== each[other]);
        const list = [...each];
        [list[one], list[other]] = [each[other] ?? '', each[one] ?? ''];
        expect(readInvitationCode(list.join(''))).toBeUndefined();
      }),
    );
  });

  test.each(['', '000000000', '00000000000', '00000U0000', '0000000000é', '☃☃☃☃☃☃☃☃☃☃'])(
    'takes %j for none',
    (typed) => expect(readInvitationCode(typed)).toBeUndefined(),
  );
});
