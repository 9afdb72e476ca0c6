import fc from 'fast-check';

/**
 * What was sent is told from what we say by marks: every odd value holds one, and so does every
 * odd name. No answer may repeat a value's mark; a name's only within a pointer.
 */
const hex = fc.nat({ max: 0xffff }).map((n) => n.toString(16).padStart(4, '0'));

/** A piece of text that stands in no word of ours. */
export const aValueMark = hex.map((digits) => `zv${digits}zv${digits}`);
export const aNameMark = hex.map((digits) => `zn${digits}zn`);

/** A number that stands in no word of ours. */
export const MARKED_NUMBER = 739_119_373;

export const VALUE_MARK = /zv[0-9a-f]{4}|73911937/i;
export const NAME_MARK = /zn[0-9a-f]{4}/i;

const around = (mark: fc.Arbitrary<string>) =>
  fc
    .tuple(
      mark,
      fc.constantFrom(
        '',
        '<script>',
        '{{',
        '"',
        "'",
        '\\',
        '\u0000',
        '\ud800',
        '../',
        '\r\n',
        '\u202e',
        '%2e',
      ),
      fc.constantFrom('', '</script>', '}}', '"', ' or 1=1', '\u0000', 'é', '\u{1f300}', '`'),
    )
    .map(([text, before, after]) => `${before}${text}${after}`);

/** Text that a hostile client may send, with a mark in it. */
export const aMarkedText = around(aValueMark);

/** A name that a careless or hostile client may give a member. */
export const aMarkedName = fc.oneof(
  around(aNameMark),
  aNameMark,
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''),
);
