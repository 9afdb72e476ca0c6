import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteMap } from '../../../command/responses/byte-map.ts';

test('a byte map finds each name that was set, anywhere in a buffer, and no other', () => {
  const name = fc.uint8Array({ max: 3, maxLength: 4 });
  const key = (bytes: Uint8Array) => bytes.join();
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { selector: key, maxLength: 200 }),
      fc.array(name),
      (names, others) => {
        const map = createByteMap<string>();
        for (const one of names) map.set(one, key(one));
        const known = new Set(names.map(key));
        for (const one of [...names, ...others]) {
          const buffer = Uint8Array.of(9, ...one, 9);
          const expected = known.has(key(one)) ? key(one) : undefined;
          expect(map.get(buffer, 1, 1 + one.length)).toBe(expected);
        }
      },
    ),
  );
});
