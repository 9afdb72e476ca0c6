import { sentenceCase } from '../../../../core/report/wording/sentence-case.ts';
import { TextField } from '../../controls/text-field.tsx';
import { fieldId } from '../field-id.ts';
import type { Texts } from './draft.ts';

/** What controls of a definition share: the languages, their names, and what is wrong where. */
export type EditorWords = {
  readonly languages: readonly string[];
  readonly languageName: (language: string) => string;
  /** What is wrong, by the JSON Pointer of the control. */
  readonly errors: ReadonlyMap<string, string>;
};

/** One text in its languages side by side. */
export const TextsField = ({
  editor: { languages, languageName, errors },
  pointer,
  label,
  texts,
  onChange,
  rows,
}: {
  readonly editor: EditorWords;
  /** Of the text; each language's stands below it. */
  readonly pointer: string;
  /** Stands before the language's name; nothing where a legend says it. */
  readonly label?: string | undefined;
  readonly texts: Texts;
  readonly onChange: (texts: Texts) => void;
  readonly rows?: number | undefined;
}) => (
  <div class="beside">
    {languages.map((language) => (
      <TextField
        key={language}
        id={fieldId(`${pointer}/${language}`)}
        label={
          label ? `${label} (${languageName(language)})` : sentenceCase(languageName(language))
        }
        lang={language}
        rows={rows}
        value={texts[language] ?? ''}
        error={errors.get(`${pointer}/${language}`)}
        onChange={(value) => onChange({ ...texts, [language]: value })}
      />
    ))}
  </div>
);
