import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../../schemas/audit.ts';
import { administrationOperations } from '../../../../schemas/openapi/administration-operations.ts';
import { problems } from '../../../../schemas/problem-catalogue.ts';
import { refusalMessage } from '../../../../web/pages/administration/refusal-message.ts';
import { administrationEnglish } from '../../../../web/pages/administration/wording/english.ts';
import { administrationSpanish } from '../../../../web/pages/administration/wording/spanish.ts';

const WORDINGS = [
  ['en', administrationEnglish],
  ['es', administrationSpanish],
] as const;

const placesOf = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => placesOf(each, `${path}/${name}`))
    : [path];

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const MAY_BE_EMPTY = 1;

/** Whatever is refused for a reason that an administrator can do something about. */
const CODES = [
  ...new Set(Object.values(administrationOperations).flatMap(({ problems: codes }) => codes)),
].filter(
  (code) => !['administrators-only', 'invalid-json', 'unsupported-media-type'].includes(code),
);

it('all wordings have the same places', () => {
  expect(placesOf(administrationSpanish)).toEqual(placesOf(administrationEnglish));
});

describe.each(WORDINGS)('the wording in %s', (_language, text) => {
  it('leaves no text empty but the hint that needs no words', () => {
    const empty = textsOf(text).filter((one) => one.trim() === '');
    expect(empty).toHaveLength(MAY_BE_EMPTY);
    expect(text.definition.reports.hint).toBe('');
  });

  it.each(CODES)('says what happened and what to do about "%s"', (code) => {
    const { title, detail, status } = problems[code];
    const problem = { type: '', code, title, detail, status };
    const message = refusalMessage({ status, problem }, text);
    expect(message).toBe(text.refusals.byCode[code]);
  });

  it.each([
    [0, 'away'],
    [401, 'signInAgain'],
    [403, 'administratorsOnly'],
    [429, 'tooMany'],
    [500, 'other'],
  ] as const)('says what happened where %d comes without a problem', (status, name) => {
    expect(refusalMessage({ status, problem: null }, text)).toBe(text.refusals[name]);
  });

  it('warns before a poll is opened or closed that this cannot be undone', () => {
    const warning = /cannot be undone|no se puede deshacer/;
    const { opening, closing } = text.poll;
    expect(opening.points(3, 'that day', 'open').join(' ')).toMatch(warning);
    expect(closing.points('that day').join(' ')).toMatch(warning);
    expect(closing.points('that day').join(' ')).toContain('that day');
    expect(closing.points(null).join(' ')).not.toContain('null');
  });

  it('tells every act of the audit trail apart, and names what was changed', () => {
    const entry = { id: '', at: '', actor: '', poll: 'spring' };
    const acts: readonly AuditEntry[] = [
      { ...entry, act: 'poll.put', isNew: true, changed: ['definition'] },
      { ...entry, act: 'poll.put', isNew: false, changed: ['definition', 'closesAt'] },
      { ...entry, act: 'poll.opened', closesAt: '' },
      { ...entry, act: 'poll.closed' },
      { ...entry, act: 'release.requested' },
      { ...entry, act: 'organization.put', organization: 'first', isNew: true, changed: [] },
      { ...entry, act: 'organization.put', organization: 'first', isNew: false, changed: ['name'] },
      { ...entry, act: 'organizations.loaded', part: 1, created: 2, changed: 3 },
      {
        ...{
          ...entry,
          act: 'exclusions.put',
          organization: 'first',
          reason: 'A script',
          version: 1,
        },
        exclusions: [{ day: '2027-02-03', channel: 'web' }],
      },
    ];
    const told = acts.map(text.audit.act);
    expect(new Set(told).size).toBe(acts.length);
    expect(told.join()).not.toMatch(/undefined|closesAt|definition/);
    expect(told.at(-1)).toContain('A script');
  });

  it('names the time zone of an instant', () => {
    expect(text.instant('2027-07-15T12:00:00.000Z')).toMatch(/2027.*\s[A-Z]{3,}/);
    expect(text.instant('12027-01-01T00:00')).toBe('12027-01-01T00:00');
  });
});
