/** One of a few, as native radio buttons. */
export const Choice = <Value extends string>({
  name,
  legend,
  options,
  chosen,
  onChoose,
}: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}) => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map(({ value, label }) => (
      <label key={value}>
        <input
          type="radio"
          name={name}
          value={value}
          checked={value === chosen}
          onChange={() => onChoose(value)}
        />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
