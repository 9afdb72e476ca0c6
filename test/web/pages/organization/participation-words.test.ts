import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParticipationView } from '../../../../schemas/participation.ts';
import { participationWords } from '../../../../web/pages/organization/participation/participation-words.ts';
import { organizationWordings } from '../../../../web/pages/organization/wording/wordings.ts';

const [english] = organizationWordings;
const view = (more: Partial<ParticipationView>, own: object = {}): ParticipationView => ({
  ...{ poll: 'spring', state: 'open', minRespondents: 11, final: false, notBegun: [] },
  countedAt: '2027-02-03T14:00:02.000Z',
  organizations: [{ organization: 'own', name: { en: 'Own' }, ...own }],
  ...more,
});
const wordsOf = (of: ParticipationView): string => {
  const { number, more } = participationWords(english, of, 'own');
  return [number, ...more].join(' ');
};

describe('participationWords', () => {
  it('speaks of the own organization, also where others are listed', () => {
    const others = ['another', 'own'].map((organization, index) => ({
      ...{ organization, name: { en: organization } },
      responses: 20 + index,
    }));
    expect(wordsOf(view({ organizations: others }))).toContain('21 people have answered.');
  });

  it('has no number where nothing was counted, or the organization is not listed', () => {
    const { countedAt: _, ...uncounted } = view({});
    expect(participationWords(english, uncounted, 'own').number).toBeNull();
    expect(participationWords(english, view({ organizations: [] }), 'own').number).toBeNull();
  });

  it.each([
    [0, 'Nobody has answered.', false],
    [1, '1 person has answered.', true],
    [10, '10 people have answered.', true],
    [11, '11 people have answered.', false],
  ])('of %i people says "%s", and why no more where they are few', (responses, words, few) => {
    const text = wordsOf(view({}, { responses }));
    expect(text).toContain(words);
    expect(text.includes('so that nobody can be found')).toBe(few);
  });

  it('says why no more is shown where something is set aside, however few answered', () => {
    for (const responses of [3, 57]) {
      const text = wordsOf(view({}, { responses, hasExclusions: true }));
      expect(text).toContain('out of the count, so how and when people answered is not shown.');
      expect(text).not.toContain('so that nobody can be found');
    }
  });

  it('is never without when it was counted where it has a number, in any language', () => {
    const owns = fc.record(
      { responses: fc.nat(), hasExclusions: fc.constant(true) },
      { requiredKeys: ['responses'] },
    );
    const states = fc.constantFrom('draft', 'open', 'closed');
    fc.assert(
      fc.property(fc.constantFrom(...organizationWordings), owns, states, (words, own, state) => {
        const { more } = participationWords(words, view({ state }, own), 'own');
        expect(more.join(' ')).toContain(words.instant('2027-02-03T14:00:02.000Z'));
        expect(more.join(' ')).not.toContain('undefined');
      }),
    );
  });
});
