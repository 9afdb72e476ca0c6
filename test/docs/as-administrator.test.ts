import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../../local/places.ts';
import { administratorsOf } from '../lib/callers.ts';
import { resourceFor } from '../lib/guarded-actions.ts';
import { guardedOf, type PolicyDocument } from '../lib/resource-policies.ts';
import { type Caller, isAllowed } from '../lib/simulate.ts';
import { COMMAND_NEEDS } from './command-needs.ts';

const PAGES = ['docs/deploying.md', 'docs/runbook.md'];
const COMMAND = /\baws ((?:dynamodb|s3api|s3) [a-z0-9-]+)/g;
const POLICY_TAKEN_OFF = /delete-(?:bucket|resource)-policy|change the policies of|^lift [a-z]+/m;

const guarded = guardedOf('production');
const administrator = administratorsOf('production')['an administrator of the account'] as Caller;
const WITHOUT_POLICY: PolicyDocument = { Version: '2012-10-17', Statement: [] };

/** What an engineer reads, not what the emulator is given in its place; by headings. */
const sections = PAGES.flatMap((page) =>
  readFileSync(join(PROJECT, page), 'utf8')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .split(/^(?=### |## )/m)
    .map((text) => ({ page, text })),
);
const used = sections.flatMap(({ page, text }) =>
  [...text.matchAll(COMMAND)].map(({ 1: command = '', index }) => ({
    page,
    command,
    before: text.slice(0, index),
  })),
);
const needs = Object.entries(COMMAND_NEEDS).flatMap(([command, all]) =>
  all.flatMap(({ on, actions, onceLifted = false }) =>
    on.flatMap((name) => actions.map((action) => ({ command, action, name, onceLifted }))),
  ),
);

const mayDo = (action: string, name: string, lifted: boolean): Promise<boolean> => {
  const found = guarded.find((one) => one.name === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return isAllowed(administrator, {
    action,
    resource: resourceFor(action, found.arn),
    policy: lifted ? WITHOUT_POLICY : found.policy,
  });
};

describe('what the pages have an administrator of the account do with tables and buckets', () => {
  it('is every command that stands in COMMAND_NEEDS, and no other', () => {
    const commands = new Set(used.map(({ command }) => command));
    expect([...commands].sort()).toEqual(Object.keys(COMMAND_NEEDS).sort());
  });

  it.each(needs.filter(({ onceLifted }) => !onceLifted))(
    'is not denied by their own policies: $command ($action on $name)',
    async ({ action, name }) => {
      expect(await mayDo(action, name, false)).toBe(true);
    },
  );

  it.each(needs.filter(({ onceLifted }) => onceLifted))(
    'can be done once a policy is taken off: $command ($action on $name)',
    async ({ action, name }) => {
      expect(await mayDo(action, name, true)).toBe(true);
    },
  );

  it('takes a policy off only where it denies something', async () => {
    for (const [command, all] of Object.entries(COMMAND_NEEDS)) {
      for (const { actions, on, onceLifted } of all) {
        if (!onceLifted) continue;
        for (const name of on) {
          const answers = await Promise.all(actions.map((action) => mayDo(action, name, false)));
          expect(answers, `${command} on ${name}`).toContain(false);
        }
      }
    }
  });

  it('says so before the first command that needs it', () => {
    const lifting = new Set(
      needs.filter(({ onceLifted }) => onceLifted).map(({ command }) => command),
    );
    const unsaid = used
      .filter(({ command, before }) => lifting.has(command) && !POLICY_TAKEN_OFF.test(before))
      .map(({ page, command }) => `${page}: ${command}`);
    expect(unsaid).toEqual([]);
  });
});
