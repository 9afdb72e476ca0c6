/** A block of shell commands of a page, and how it can be tried on an emulator. */
export type ShellBlock = {
  /** Line of the page on which its commands begin. */
  readonly line: number;
  /** The nearest heading of the second or third level above it; empty where there is none. */
  readonly section: string;
  readonly commands: string;
  readonly onEmulator:
    | { readonly kind: 'as-it-stands' }
    | { readonly kind: 'instead'; readonly commands: string }
    | { readonly kind: 'not'; readonly reason: string };
};

const BLOCK =
  /(?:<!-- (?<not>not )?on the emulator:(?<note>(?:(?!-->)[\s\S])*?)-->\n)?(?<indent>^ *)```sh\n(?<commands>[\s\S]*?)^ *```$/gm;

/**
 * The blocks of shell commands in Markdown, in their order. A comment before a block says why it
 * cannot run on an emulator (`not on the emulator: why`), or what runs there in its place (`on
 * the emulator: why`, then the commands, each on a line).
 */
export const shellBlocks = (markdown: string): readonly ShellBlock[] =>
  [...markdown.matchAll(BLOCK)].map(({ 0: whole, index, groups = {} }) => {
    const { not, note, indent = '', commands = '' } = groups;
    const begin = index + whole.indexOf('```sh\n');
    return {
      section: sectionAt(markdown.slice(0, begin)),
      line: markdown.slice(0, begin).split('\n').length + 1,
      commands: dedent(commands, indent.length),
      onEmulator: howOnEmulator(not !== undefined, note),
    };
  });

const sectionAt = (above: string): string => [...above.matchAll(/^###? (.*)$/gm)].at(-1)?.[1] ?? '';

const howOnEmulator = (not: boolean, note: string | undefined): ShellBlock['onEmulator'] => {
  if (note === undefined) return { kind: 'as-it-stands' };
  if (not) return { kind: 'not', reason: note.trim() };
  return { kind: 'instead', commands: note.slice(note.indexOf('\n') + 1) };
};

const dedent = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => line.slice(Math.min(width, line.length - line.trimStart().length)))
    .join('\n');
