import { TextField } from '../../controls/text-field.tsx';
import { fieldId } from '../field-id.ts';
import type { AdministrationWording } from '../wording/wording.ts';
import { type DraftCategory, type DraftItem, emptyItem, type Texts } from './draft.ts';
import { type EditorWords, TextsField } from './texts-field.tsx';

type Words = AdministrationWording['definition'];

const focusLater = (id: string): void => {
  setTimeout(() => document.getElementById(id)?.focus());
};

/** An item is one sentence: a line break comes from where it was copied. */
const onOneLine = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, text.replaceAll(/\s*\n\s*/g, ' ')]),
  );

const ItemFields = ({
  editor,
  words,
  pointer,
  index,
  item,
  onChange,
  onRemove,
}: {
  readonly editor: EditorWords;
  readonly words: Words;
  readonly pointer: string;
  readonly index: number;
  readonly item: DraftItem;
  readonly onChange: (item: DraftItem) => void;
  /** None where it is the only one. */
  readonly onRemove: (() => void) | undefined;
}) => (
  <fieldset class="item">
    <legend>{words.item(index + 1)}</legend>
    <TextsField
      {...{ editor }}
      pointer={`${pointer}/title`}
      rows={2}
      texts={item.title}
      onChange={(title) => onChange({ ...item, title: onOneLine(title) })}
    />
    <div class="with-button">
      <TextField
        id={fieldId(`${pointer}/id`)}
        label={words.itemId}
        narrow
        value={item.id}
        error={editor.errors.get(`${pointer}/id`)}
        onChange={(id) => onChange({ ...item, id })}
      />
      {onRemove && (
        <button type="button" onClick={onRemove}>
          {words.removeItem(index + 1)}
        </button>
      )}
    </div>
  </fieldset>
);

/** A category: its title in every language, and its items. */
export const CategoryFields = ({
  editor,
  words,
  index,
  category,
  onChange,
  onRemove,
}: {
  readonly editor: EditorWords;
  readonly words: Words;
  readonly index: number;
  readonly category: DraftCategory;
  readonly onChange: (category: DraftCategory) => void;
  readonly onRemove: (() => void) | undefined;
}) => {
  const at = `/definition/categories/${index}`;
  const { items } = category;
  const addId = `${fieldId(at)}-add`;
  const add = (): void => {
    onChange({ ...category, items: [...items, emptyItem()] });
    focusLater(fieldId(`${at}/items/${items.length}/title/${editor.languages[0]}`));
  };
  const remove = (place: number): void => {
    onChange({ ...category, items: items.filter((_, other) => other !== place) });
    focusLater(addId);
  };
  return (
    <fieldset class="category">
      <legend>{words.category(index + 1)}</legend>
      <TextsField
        {...{ editor }}
        pointer={`${at}/title`}
        label={words.categoryTitle}
        texts={category.title}
        onChange={(title) => onChange({ ...category, title })}
      />
      <TextField
        id={fieldId(`${at}/id`)}
        label={words.categoryId}
        narrow
        value={category.id}
        error={editor.errors.get(`${at}/id`)}
        onChange={(id) => onChange({ ...category, id })}
      />
      {items.map((item, place) => (
        <ItemFields
          key={item.key}
          {...{ editor, words, item }}
          index={place}
          pointer={`${at}/items/${place}`}
          onChange={(changed) => onChange({ ...category, items: items.with(place, changed) })}
          onRemove={items.length > 1 ? () => remove(place) : undefined}
        />
      ))}
      <p class="buttons">
        <button type="button" id={addId} onClick={add}>
          {words.addItem}
        </button>
        {onRemove && (
          <button type="button" onClick={onRemove}>
            {words.removeCategory(index + 1)}
          </button>
        )}
      </p>
    </fieldset>
  );
};
