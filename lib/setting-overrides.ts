import type { Node } from 'constructs';

/** Command lines carry strings only: a number or an object is written as JSON. */
const decode = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Context that can only be meant as a setting: the CDK's own has colons, dashes or slashes. */
const isPlainName = (name: string): boolean => /^[a-z][A-Za-z]*$/.test(name);

/**
 * Settings given as CDK context (`-c siteUrl=https://poll.example.org -c rollUpMinutes=30`),
 * by name, misspelled ones included, so that they are refused. The CDK's own context is left alone.
 */
export const settingOverrides = (node: Node): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(node.getAllContext() as Readonly<Record<string, unknown>>)
      .filter(([name]) => isPlainName(name) && name !== 'stage')
      .map(([name, value]) => [name, decode(value)]),
  );
