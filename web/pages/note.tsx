/** A note on the method, where the question arises. */
export const Note = ({
  title,
  texts,
}: {
  readonly title: string;
  readonly texts: readonly string[];
}) => (
  <details class="method">
    <summary>{title}</summary>
    {texts.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </details>
);
