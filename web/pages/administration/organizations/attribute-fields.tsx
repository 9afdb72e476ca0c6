import { TextField } from '../../controls/text-field.tsx';
import { fieldId } from '../field-id.ts';
import type { AdministrationWording } from '../wording/wording.ts';
import { attribute, type DraftAttribute } from './organization-draft.ts';

/** An organization's attributes, each with its value. */
export const AttributeFields = ({
  names,
  errors,
  attributes,
  onChange,
}: {
  readonly names: AdministrationWording['organizations'];
  readonly errors: ReadonlyMap<string, string>;
  readonly attributes: readonly DraftAttribute[];
  readonly onChange: (attributes: readonly DraftAttribute[]) => void;
}) => (
  <fieldset class="item" id={fieldId('/attributes')} tabIndex={-1}>
    <legend>{names.attributes}</legend>
    <p class="hint">{names.attributeHint}</p>
    {errors.has('/attributes') && <p class="error">{errors.get('/attributes')}</p>}
    {attributes.map((one, index) => {
      const at = `/attributes/${index}`;
      const set = (part: Partial<DraftAttribute>): void =>
        onChange(attributes.with(index, { ...one, ...part }));
      return (
        <div class="with-button" key={one.key}>
          <TextField
            id={fieldId(at)}
            label={`${names.attribute} ${index + 1}`}
            narrow
            error={errors.get(at)}
            value={one.id}
            onChange={(id) => set({ id })}
          />
          <TextField
            id={fieldId(`${at}/value`)}
            label={`${names.value} ${index + 1}`}
            narrow
            value={one.value}
            onChange={(value) => set({ value })}
          />
          <button
            type="button"
            onClick={() => onChange(attributes.filter((_, other) => other !== index))}
          >
            {names.removeAttribute(index + 1)}
          </button>
        </div>
      );
    })}
    <button type="button" onClick={() => onChange([...attributes, attribute()])}>
      {names.addAttribute}
    </button>
  </fieldset>
);
