import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../../core/json/faults-of.ts';
import shipped from '../../../../polls/calls-to-action.json' with { type: 'json' };
import { PollDefinition } from '../../../../schemas/poll.ts';
import {
  type Draft,
  definitionOf,
  draftOf,
  requestOf,
} from '../../../../web/pages/administration/definition/draft.ts';
import {
  languagesOf,
  missingTexts,
} from '../../../../web/pages/administration/definition/languages.ts';
import { targetsOf } from '../../../../web/pages/administration/definition/targets.ts';
import { placeFaults } from '../../../../web/pages/administration/place-faults.ts';
import { readDefinition } from '../../../../web/pages/administration/poll/read-definition.ts';
import { administrationEnglish } from '../../../../web/pages/administration/wording/english.ts';

const LEAST = { levels: 5, categories: [{ id: 'fruit', items: ['apples', { id: 'pears' }] }] };

const draft = (definition: unknown = shipped): Draft => {
  const made = draftOf(definition);
  if (!made) throw new Error('no definition');
  return made;
};

/** What the API would find wrong, as the form shows it. */
const faultsIn = (changed: Draft) => {
  const parsed = PollDefinition.safeParse(definitionOf(changed));
  const faults = parsed.success ? [] : faultsOf(parsed.error);
  const within = faults.map((fault) => ({ ...fault, pointer: `/definition${fault.pointer}` }));
  return placeFaults(within, targetsOf(changed, administrationEnglish));
};

describe('a draft', () => {
  it('of the shipped definition says the same definition again', () => {
    expect(PollDefinition.parse(definitionOf(draft()))).toEqual(PollDefinition.parse(shipped));
  });

  it('of the least definition is that with its defaults', () => {
    expect(PollDefinition.parse(definitionOf(draft(LEAST)))).toEqual(PollDefinition.parse(LEAST));
  });

  it('of any definition that the API takes says the same again', () => {
    const id = fc.stringMatching(/^[a-z]{1,8}$/);
    const texts = fc.record({ en: fc.constant('A text'), 'pt-BR': fc.constant('Um texto') });
    const definitions = fc.record(
      {
        levels: fc.constant(4),
        categories: fc.uniqueArray(
          fc.record(
            { id, title: texts, items: fc.array(fc.uuid(), { minLength: 1, maxLength: 3 }) },
            { requiredKeys: ['id', 'items'] },
          ),
          { minLength: 1, maxLength: 4, selector: (category) => category.id },
        ),
        title: texts,
        introduction: texts,
        headlineMetric: fc.constantFrom('agree', 'net', 'mean'),
        mode: fc.constantFrom('open', 'invited'),
        reports: fc.constantFrom('planners', 'public'),
        minRespondents: fc.integer({ min: 5, max: 1000 }),
        minOrganizations: fc.integer({ min: 3, max: 100 }),
        publishedAttributes: fc.array(id, { maxLength: 5 }),
        retentionDays: fc.integer({ min: 14, max: 730 }),
      },
      { requiredKeys: ['levels', 'categories'] },
    );
    fc.assert(
      fc.property(definitions, (definition) => {
        const again = PollDefinition.parse(definitionOf(draft(definition)));
        expect(again).toEqual(PollDefinition.parse(definition));
      }),
    );
  });

  it('leaves out what nobody typed, and trims ids', () => {
    const [category] = draft(LEAST).categories;
    if (!category) throw new Error('no category');
    const typed = {
      ...draft(LEAST),
      title: { en: ' ', es: '' },
      categories: [{ ...category, id: ' fruit ', title: { en: 'Fruit', es: ' ' } }],
    };
    expect(definitionOf(typed)).not.toHaveProperty('title');
    expect(definitionOf(typed).categories).toMatchObject([{ id: 'fruit', title: { en: 'Fruit' } }]);
  });

  it('keeps a member that no control stands for, so that the API can refuse it', () => {
    const typed = draft({ ...LEAST, minrespondents: 5 });
    expect(faultsIn(typed)).toEqual([
      {
        kind: 'unplaced',
        pointer: '/definition/minrespondents',
        expected: 'no member of this name',
      },
    ]);
  });

  it.each([
    ['minRespondents', '4', '/definition/minRespondents'],
    ['minOrganizations', 'three', '/definition/minOrganizations'],
    ['retentionDays', '', '/definition/retentionDays'],
    ['publishedAttributes', 'region, Not An Id', '/definition/publishedAttributes'],
  ] as const)('with %s %j is refused beside that control', (name, value, pointer) => {
    expect(faultsIn({ ...draft(), [name]: value })).toMatchObject([{ kind: 'placed', pointer }]);
  });

  it('with some levels titled is refused beside one without', () => {
    const levelTitles = draft().levelTitles.with(2, {});
    expect(faultsIn({ ...draft(), levelTitles })).toMatchObject([
      { pointer: '/definition/levelTitles/2/en' },
    ]);
  });

  it('with an id twice is refused beside the second', () => {
    const [first, ...others] = draft().categories;
    if (!first) throw new Error('no category');
    const repeated = {
      ...first,
      items: first.items.with(1, { ...first.items[1], ...first.items[0] } as never),
    };
    expect(faultsIn({ ...draft(), categories: [repeated, ...others] })).toMatchObject([
      { pointer: '/definition/categories/0/items/1/id' },
    ]);
  });
});

describe('times of a draft', () => {
  const closesAt = '2027-03-31T23:59:59.000Z';

  it('stay to the second where nobody typed over them', () => {
    expect(requestOf(draftOf(shipped, { closesAt }) as Draft)).toMatchObject({ closesAt });
  });

  it('that are none, such as of a year half typed, are left to the API', () => {
    const typed = { ...draft(), closesAt: '12027-01-01T00:00' };
    expect(requestOf(typed)).toMatchObject({ closesAt: '12027-01-01T00:00' });
  });

  it('are sent in UTC where somebody did, and not at all where they are empty', () => {
    const typed = { ...(draftOf(shipped, { closesAt }) as Draft), closesAt: '2027-04-01T12:30' };
    const expected = new Date('2027-04-01T12:30').toISOString();
    expect(requestOf(typed)).toMatchObject({ closesAt: expected });
    expect(requestOf({ ...typed, closesAt: '' })).not.toHaveProperty('closesAt');
  });
});

describe('languages of a draft', () => {
  it('are English, Spanish and whatever else it has', () => {
    expect(languagesOf(draft(LEAST))).toEqual(['en', 'es']);
    expect(languagesOf(draft({ ...LEAST, title: { fr: 'Appel' } }))).toEqual(['en', 'es', 'fr']);
  });

  it('have no gap in the shipped poll; a gap is counted', () => {
    expect(missingTexts(draft())).toEqual([]);
    expect(missingTexts({ ...draft(), title: { en: 'Only English' } })).toEqual([
      { language: 'es', count: 1, offered: true },
    ]);
  });

  it('leave a language out of the form where the title of an item or a category is missing', () => {
    const [first, ...others] = draft().categories;
    if (!first) throw new Error('no category');
    const inEnglish = { ...first, title: { en: 'Only English' } };
    const partly = { ...draft(), categories: [inEnglish, ...others] };
    expect(missingTexts(partly)).toEqual([{ language: 'es', count: 1, offered: false }]);
    const inSpanish = { ...first, title: { es: 'Solo español' } };
    const neither = { ...draft(), categories: [inEnglish, inSpanish, ...others] };
    expect(missingTexts(neither)).toEqual([
      { language: 'en', count: 1, offered: true },
      { language: 'es', count: 1, offered: true },
    ]);
    const french = { ...draft(), title: { ...draft().title, fr: 'Appels' } };
    expect(missingTexts(french)).toMatchObject([{ language: 'fr', offered: false }]);
  });
});

describe('readDefinition', () => {
  it('reads a definition alone, and one within what the API answers', () => {
    const whole = { id: 'spring', state: 'draft', definition: shipped };
    for (const value of [shipped, whole]) {
      const read = readDefinition(JSON.stringify(value));
      expect(read && definitionOf(read)).toEqual(definitionOf(draft()));
    }
  });

  it.each(['', '{', 'null', '[]', '{"levels":5}', '{"levels":"5","categories":[]}'])(
    'finds none in %j',
    (text) => {
      expect(readDefinition(text)).toBeNull();
    },
  );
});
