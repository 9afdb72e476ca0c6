import type { Node } from 'constructs';
import { Settings } from '../schemas/settings.ts';

/** Command lines carry strings only: a number or an object is written as JSON. */
const decode = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/**
 * Settings given as CDK context (`-c siteUrl=https://poll.example.org -c rollUpMinutes=30`),
 * by name. Context that is not a setting is left alone.
 */
export const settingOverrides = (node: Node): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(Settings.shape)
      .map((name) => [name, decode(node.tryGetContext(name))] as const)
      .filter(([, value]) => value !== undefined),
  );
