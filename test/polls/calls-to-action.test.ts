import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { LocalizedText } from '../../schemas/identifier.ts';
import { PollDefinition } from '../../schemas/poll.ts';

const source = await readFile(new URL('../../polls/calls-to-action.json', import.meta.url), 'utf8');
const definition = PollDefinition.parse(JSON.parse(source));
const items = definition.categories.flatMap((category) => category.items);

const textsOf = ({ title, introduction, levelTitles = [], categories }: PollDefinition) => [
  title,
  introduction,
  ...levelTitles,
  ...categories.flatMap((category) => [category.title, ...category.items.map((i) => i.title)]),
];

const languagesOf = (text: LocalizedText | undefined): readonly string[] =>
  Object.keys(text ?? {}).sort();

describe('the shipped poll', () => {
  test('has 5 categories of 4 items each, on 5 levels', () => {
    expect(definition.categories.map((category) => category.items.length)).toEqual([4, 4, 4, 4, 4]);
    expect(definition.levels).toBe(5);
    expect(definition.levelTitles).toHaveLength(5);
  });

  test('has every text in English and in Spanish, and in no other language', () => {
    const texts = textsOf(definition);
    expect(texts).toHaveLength(2 + 5 + 5 + 20);
    for (const text of texts) expect(languagesOf(text)).toEqual(['en', 'es']);
  });

  test('has no text twice in a language', () => {
    for (const language of ['en', 'es']) {
      const texts = textsOf(definition).map((text) => text?.[language]);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  test('has the ids that reports and stored answers are read by', () => {
    expect(items.map(({ id }) => id)).toEqual([
      'peer-mentor-training',
      'group-facilitator-training',
      'crisis-responder-training',
      'toolkits-and-educational-resources',
      'operations-templates',
      'scheduling-and-service-apps',
      'centralized-platforms',
      'tech-literacy-and-support',
      'public-education-materials',
      'anti-stigma-campaigns',
      'community-presentations-and-media',
      'schools-employers-and-faith-groups',
      'supportive-housing',
      'second-chance-hiring',
      'job-training-and-resume-support',
      'local-employer-partnerships',
      'volunteer-recruitment',
      'professional-skills-matching',
      'volunteer-management-platform',
      'volunteer-training-tools',
    ]);
  });
});
