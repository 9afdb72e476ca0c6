import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { misleadingNames } from '../../../core/json/misleading-names.ts';

describe('misleadingNames(json)', () => {
  test('finds a name that stands twice in the same object', () => {
    expect(misleadingNames('{"a":1,"b":{"c":1,"c":2},"a":3}')).toEqual(['/b/c', '/a']);
  });

  test('reads names as JSON does, escapes and all', () => {
    expect(misleadingNames('{"a":1,"\\u0061":2}')).toEqual(['/a']);
  });

  test('tells the position within arrays', () => {
    expect(misleadingNames('[{}, [1, {"x":1,"x":2}]]')).toEqual(['/1/1/x']);
  });

  test('the same name in different objects, or as a text, is none', () => {
    expect(misleadingNames('{"a":{"a":["a","a"]},"b":"a","c":"{\\"a\\":1,\\"a\\":2}"}')).toEqual(
      [],
    );
  });

  test('finds __proto__ even once, and does not repeat it', () => {
    expect(misleadingNames('{"a":{"__proto__":1}}')).toEqual(['/a']);
  });

  test('is not confused by quotes, backslashes and brackets within texts', () => {
    expect(misleadingNames('{"a":"\\\\","b":"\\"}]","a":1}')).toEqual(['/a']);
  });

  test('reads what nests a hundred thousand deep', () => {
    const depth = 100_000;
    expect(misleadingNames(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toEqual([]);
  });

  test('finds nothing in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        const hasProto = json.includes('__proto__');
        return hasProto || misleadingNames(json).length === 0;
      }),
    );
  });

  test('finds a repeat wherever it was put in', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.jsonValue(), { minKeys: 1 }),
        fc.nat(),
        (members, at) => {
          const names = Object.keys(members);
          const name = names[at % names.length] ?? '';
          const json = `${JSON.stringify(members).slice(0, -1)},"${name}":0}`;
          return misleadingNames(json).includes(`/${name}`);
        },
      ),
    );
  });
});
