import { readFileSync } from 'node:fs';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';

/** A section of the runbook: its heading and its text. */
export type Section = { readonly heading: string; readonly text: string };

const text = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');

/** The sections that say what to do, in their order. */
export const sections: readonly Section[] = text
  .split(/^### /m)
  .slice(1)
  .map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading, text: lines.join('\n').split(/^## /m)[0] ?? '' };
  });

/** The whole runbook. */
export const runbook: string = text;

/** The section of an alarm or of a thing that can happen. */
export const sectionNamed = (heading: string): Section => {
  const found = sections.find((section) => section.heading === heading);
  if (!found) throw new Error(`the runbook has no section ${heading}`);
  return found;
};

/** The commands of the runbook: the content of each block of shell. */
export const commands: readonly string[] = shellBlocks(text).map((block) => block.commands);

/** The commands of one section, as they are written there. */
export const commandsIn = (heading: string): string =>
  shellBlocks(sectionNamed(heading).text)
    .map((block) => block.commands)
    .join('\n');

/** What a section has a function called with, as it is written there. */
export const callsIn = (heading: string, functionName: string): readonly object[] =>
  [
    ...sectionNamed(heading).text.matchAll(new RegExp(`^\\s*call ${functionName} '(.*)'$`, 'gm')),
  ].map(([, payload]) => JSON.parse(payload ?? ''));

/** A loop over functions' logs, as the commands that it comes to. */
const unrolled = (of: string): string =>
  of.replace(/for NAME in ([a-z ]+); do logs \$NAME (\S+); done/g, (_loop, names, code) =>
    names
      .split(' ')
      .map((name: string) => `logs ${name} ${code}`)
      .join('; '),
  );

/**
 * The log codes that the runbook looks for, with the function that logs them.
 *
 * @throws Error where logs are looked at in a way that is not understood here
 */
export const logsLookedAt = (
  of: string = text,
): readonly { readonly functionName: string; readonly code: string }[] => {
  const looking = unrolled(of);
  if (/\blogs \$[A-Z]/.test(looking)) throw new Error('logs of a function that is not named');
  return [...looking.matchAll(/\blogs ([a-z]+) ([a-z]+\.[a-z-]+)/g)].map(
    ([, functionName, code]) => ({
      functionName: functionName ?? '',
      code: code ?? '',
    }),
  );
};
