import { SelectField } from '../../controls/select-field.tsx';
import { fieldId } from '../field-id.ts';
import type { AdministrationWording } from '../wording/wording.ts';
import { CategoryFields } from './category-fields.tsx';
import { type Draft, emptyCategory, resized } from './draft.ts';
import { languagesOf, missingTexts } from './languages.ts';
import { SettingFields, TimeFields } from './setting-fields.tsx';
import { type EditorWords, TextsField } from './texts-field.tsx';

const LEVELS = ['3', '4', '5', '6', '7'] as const;

/** Which languages have gaps, in words. */
export const missingSentences = (
  draft: Draft,
  { definition, languageName }: AdministrationWording,
): readonly string[] =>
  missingTexts(draft).map(({ language, ...gap }) =>
    definition.missing(languageName(language), gap),
  );

/** All of a draft, to be typed over. */
export const DefinitionFields = ({
  text,
  draft,
  errors,
  onChange,
}: {
  readonly text: AdministrationWording;
  readonly draft: Draft;
  /** What is wrong, by the JSON Pointer of the control. */
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (draft: Draft) => void;
}) => {
  const { definition: words } = text;
  const change = (part: Partial<Draft>): void => onChange({ ...draft, ...part });
  const editor: EditorWords = {
    languages: languagesOf(draft),
    languageName: text.languageName,
    errors,
  };
  const { levels, levelTitles, categories } = draft;
  const levelsField = words.setting.levels;
  return (
    <>
      <p>
        {words.beside} {missingSentences(draft, text).join(' ')}
      </p>
      <TextsField
        {...{ editor }}
        pointer="/definition/title"
        label={words.pollTitle}
        texts={draft.title}
        onChange={(title) => change({ title })}
      />
      <TextsField
        {...{ editor }}
        pointer="/definition/introduction"
        label={words.pollIntroduction}
        rows={5}
        texts={draft.introduction}
        onChange={(introduction) => change({ introduction })}
      />
      <h2>{words.when}</h2>
      <TimeFields {...{ text, draft, errors }} onChange={change} />
      <h2>{words.levels}</h2>
      <p>{words.levelsHint}</p>
      <SelectField
        id={fieldId('/definition/levels')}
        label={levelsField.label}
        hint={levelsField.hint}
        error={errors.get('/definition/levels')}
        options={LEVELS.map((value) => ({ value, label: value }))}
        value={`${levels}`}
        onChange={(value) =>
          change({ levels: Number(value), levelTitles: resized(levelTitles, Number(value)) })
        }
      />
      {levelTitles.map((texts, level) => (
        <fieldset class="item" key={level}>
          <legend>{words.level(level + 1, levels)}</legend>
          <TextsField
            {...{ editor, texts }}
            pointer={`/definition/levelTitles/${level}`}
            onChange={(title) => change({ levelTitles: levelTitles.with(level, title) })}
          />
        </fieldset>
      ))}
      <h2>{words.categories}</h2>
      {categories.map((category, index) => (
        <CategoryFields
          key={category.key}
          {...{ editor, words, category, index }}
          onChange={(changed) => change({ categories: categories.with(index, changed) })}
          onRemove={
            categories.length > 1
              ? () => change({ categories: categories.filter((_, other) => other !== index) })
              : undefined
          }
        />
      ))}
      <p class="buttons">
        <button
          type="button"
          onClick={() => change({ categories: [...categories, emptyCategory()] })}
        >
          {words.addCategory}
        </button>
      </p>
      <h2>{words.settings}</h2>
      <SettingFields {...{ text, draft, errors }} onChange={change} />
    </>
  );
};
