/** Crockford's base 32: no I, L, O or U, which are misread or misspell something. */
export const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Symbols of a code, the last of them its check character. */
export const CODE_LENGTH = 10;

const FIELD_POLYNOMIAL = 0b100101;
const FIELD_SIZE = 32;

const double = (value: number): number => {
  const doubled = value << 1;
  return doubled >= FIELD_SIZE ? doubled ^ FIELD_POLYNOMIAL : doubled;
};

/**
 * The character that ends a code of these symbols: the sum over GF(32) of each symbol times a
 * power of 2 of its own. Any one wrong symbol, and any two that changed places, make another sum.
 */
export const checkCharacter = (symbols: string): string =>
  SYMBOLS[[...symbols].reduce((sum, symbol) => double(sum ^ SYMBOLS.indexOf(symbol)), 0)] ?? '';

/**
 * A code as it is kept and sent, from what a person typed: in capitals, without spaces and
 * hyphens, O read as 0, I and L as 1. Undefined where it has a typing mistake.
 */
export const readInvitationCode = (typed: string): string | undefined => {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const symbols = code.slice(0, -1);
  const known = code.length === CODE_LENGTH && [...code].every((each) => SYMBOLS.includes(each));
  return known && code.endsWith(checkCharacter(symbols)) ? code : undefined;
};
