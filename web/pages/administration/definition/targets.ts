import type { Target } from '../place-faults.ts';
import type { AdministrationWording, SettingName } from '../wording/wording.ts';
import type { Draft } from './draft.ts';
import { languagesOf } from './languages.ts';

/** Where each control of a draft stands in the request that puts it. */
export const settingPointer = (name: SettingName): string =>
  name === 'closesAt' || name === 'importsCloseAt' ? `/${name}` : `/definition/${name}`;

/** Every control of a draft, in the order of the page, and what is said where it is wrong. */
export const targetsOf = (draft: Draft, text: AdministrationWording): readonly Target[] => {
  const { definition } = text;
  const languages = languagesOf(draft);
  const texts = (pointer: string, label: string): readonly Target[] =>
    languages.map((language) => ({
      pointer: `${pointer}/${language}`,
      label,
      error: definition.textError,
    }));
  const titled = (pointer: string, label: string): readonly Target[] => [
    ...texts(`${pointer}/title`, label),
    { pointer: `${pointer}/id`, label, error: definition.idError },
  ];
  const setting = (name: SettingName): Target => ({
    pointer: settingPointer(name),
    label: definition.setting[name].label,
    error: definition.setting[name].error,
  });
  const categories = draft.categories.flatMap((category, c) => {
    const at = `/definition/categories/${c}`;
    const name = definition.category(c + 1);
    return [
      ...titled(at, name),
      ...category.items.flatMap((_, i) =>
        titled(`${at}/items/${i}`, `${name}, ${definition.item(i + 1)}`),
      ),
    ];
  });
  return [
    ...texts('/definition/title', definition.pollTitle),
    ...texts('/definition/introduction', definition.pollIntroduction),
    setting('closesAt'),
    setting('importsCloseAt'),
    setting('levels'),
    ...draft.levelTitles.flatMap((_, level) =>
      texts(`/definition/levelTitles/${level}`, definition.level(level + 1, draft.levels)),
    ),
    ...categories,
    setting('minRespondents'),
    setting('minOrganizations'),
    setting('retentionDays'),
    setting('publishedAttributes'),
  ];
};
