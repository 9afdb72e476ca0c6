/** An address in letters, to be typed; where it needs a second line, that begins after a slash. */
export const Letters = ({ link }: { readonly link: string }) => (
  <p class="letters">
    {link.split(/(?<=\w\/)/).map((part) => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </p>
);
