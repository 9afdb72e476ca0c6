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
  const texts = (pointer: string): readonly Target[] =>
    languages.map((language) => ({
      pointer: `${pointer}/${language}`,
      error: definition.textError,
    }));
  const id = (pointer: string): Target => ({ pointer: `${pointer}/id`, error: definition.idError });
  const setting = (name: SettingName): Target => ({
    pointer: settingPointer(name),
    error: definition.setting[name].error,
  });
  const categories = draft.categories.flatMap((category, c) => {
    const at = `/definition/categories/${c}`;
    return [
      id(at),
      ...texts(`${at}/title`),
      ...category.items.flatMap((_, i) => [
        id(`${at}/items/${i}`),
        ...texts(`${at}/items/${i}/title`),
      ]),
    ];
  });
  return [
    ...texts('/definition/title'),
    ...texts('/definition/introduction'),
    setting('levels'),
    ...draft.levelTitles.flatMap((_, level) => texts(`/definition/levelTitles/${level}`)),
    ...categories,
    setting('closesAt'),
    setting('importsCloseAt'),
    setting('minRespondents'),
    setting('minOrganizations'),
    setting('publishedAttributes'),
    setting('retentionDays'),
  ];
};
