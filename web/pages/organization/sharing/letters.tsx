import { typedLink } from './form-link.ts';

/**
 * An address in letters, to be typed; where it needs a second line, that begins after a
 * slash.
 */
export const Letters = ({ link }: { readonly link: string }) => (
  <p class="letters">
    {typedLink(link)
      .split(/(?<=\w\/)/)
      .map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
  </p>
);
