import { describe, expect, test } from 'vitest';
import type { Facts, FormWording } from '../../../web/form/wording/wording.ts';
import { wordings } from '../../../web/form/wording/wordings.ts';

const FACTS: Facts = {
  organization: 'Harbor Lights',
  closes: 'some day',
  minRespondents: 11,
  minOrganizations: 3,
  retentionDays: 90,
};

/** Every text of a wording, those of functions included. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [];
  return Object.values(value as object).flatMap(textsOf);
};

const allTexts = (wording: FormWording): readonly string[] => [
  ...textsOf(wording),
  ...wording.introduction(FACTS),
  ...textsOf(wording.about.passages(FACTS)),
  ...textsOf(wording.pages.closed(FACTS)),
  ...wording.privateLink.text(FACTS),
];

const WORDS = /[\p{L}’]+/gu;
const LONGEST_SENTENCE = 30;

const sentences = (text: string): readonly string[] => text.split(/[.?!:]\s/);

describe.each(wordings)('the wording in $name', (wording) => {
  test('leaves no text empty', () => {
    expect(allTexts(wording).filter((text) => text.trim() === '')).toEqual([]);
  });

  test(`has no sentence of more than ${LONGEST_SENTENCE} words`, () => {
    const long = allTexts(wording)
      .flatMap(sentences)
      .filter((sentence) => (sentence.match(WORDS) ?? []).length > LONGEST_SENTENCE);
    expect(long).toEqual([]);
  });

  test('names every level of every scale', () => {
    for (const levels of [3, 4, 5, 6, 7]) {
      expect(new Set(wording.levels[levels]).size).toBe(levels);
    }
  });

  test('says in the introduction who asks, what is kept, who sees it, and until when', () => {
    const text = wording.introduction(FACTS).join(' ');
    for (const fact of ['Harbor Lights', 'some day', '11', '90']) expect(text).toContain(fact);
  });

  test('says of the phone that a draft of changes holds the private link', () => {
    const phone = wording.about.passages(FACTS).find(({ title }) => /phone|teléfono/.test(title));
    expect(phone?.text.join(' ')).toMatch(
      /draft of changes holds the link|borrador de cambios .*enlace/,
    );
  });

  test('says that what was published stays, and that backups keep for 7 days', () => {
    expect(wording.askTakeBack.text.join(' ')).toMatch(/\b7\b/);
    expect(textsOf(wording.about.passages(FACTS)).join(' ')).toMatch(/\b7\b.*\b7\b/s);
  });
});

test('all wordings have the same places', () => {
  const placesOf = (value: unknown, path = ''): readonly string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, each]) => placesOf(each, `${path}/${name}`))
      : [path];
  const [first, ...others] = wordings.map((wording) => placesOf(wording).toSorted());
  for (const other of others) expect(other).toEqual(first);
});
