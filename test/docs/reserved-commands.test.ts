import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { administratorsOf } from '../lib/callers.ts';
import { OBJECT_ACTIONS } from '../lib/guarded-actions.ts';
import { guardedOf } from '../lib/resource-policies.ts';
import { type Caller, isAllowed, NotSimulatedError } from '../lib/simulate.ts';

const PAGES = ['deploying.md', 'runbook.md'] as const;

/** Commands whose permission has another name. */
const OTHERWISE_NAMED: Readonly<Record<string, string>> = {
  's3:HeadBucket': 's3:ListBucket',
  's3:ListObjectsV2': 's3:ListBucket',
  's3:ListObjectVersions': 's3:ListBucketVersions',
  's3:DeleteObjects': 's3:DeleteObject',
  's3:ListBuckets': 's3:ListAllMyBuckets',
};

const actionOf = (service: string, command: string): string => {
  const name = command.replace(/(?:^|-)([a-z0-9])/g, (_dash, letter: string) =>
    letter.toUpperCase(),
  );
  const action = `${service === 's3api' ? 's3' : service}:${name}`;
  return OTHERWISE_NAMED[action] ?? action;
};

type Section = { readonly title: string; readonly text: string };

/** What stands in comments is tried on the emulator alone, which looks at no policy. */
const sectionsOf = (page: string): readonly Section[] =>
  readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8')
    .replace(/<!--.*?-->/gs, '')
    .split(/^(?=#{2,3} )/m)
    .map((text) => ({ title: `${page}, ${text.split('\n', 1)[0]}`, text }));

/** Waiters ask what the commands beside them ask. */
const commandsIn = ({ text }: Section): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\baws (s3api|dynamodb) (?!wait )([a-z0-9-]+)/g)].map(
      ([, service = '', command = '']) => actionOf(service, command),
    ),
  ),
];

/** By a command, by a function of the page that is called so, or by whoever may, in words. */
const takesThePolicyOff = ({ text }: Section): boolean =>
  /delete-(?:bucket|resource)-policy|\blift [a-z]|policies deny this to people/.test(text);

const administrator = administratorsOf('production')['an administrator of the account'] as Caller;

/** Whether something's own policy refuses it; not so where it is asked for on something else. */
const isRefused = async (action: string): Promise<boolean> => {
  const kind = action.startsWith('s3:') ? 'bucket/' : 'table/';
  const guarded = guardedOf('production').filter(({ name }) => name.startsWith(kind));
  const answers = guarded.map(async ({ arn, policy }) => {
    const isOnObjects = (OBJECT_ACTIONS as readonly string[]).includes(action);
    const resource = isOnObjects ? `${arn}/a-file` : arn;
    try {
      return await isAllowed(administrator, { action, resource, policy });
    } catch (error) {
      const isOnSomethingElse = /must\.use\.wildcard|no\.resource\.types/.test(String(error));
      if (error instanceof NotSimulatedError && isOnSomethingElse) return true;
      throw error;
    }
  });
  return (await Promise.all(answers)).includes(false);
};

describe.each(PAGES)('the commands in %s', (page) => {
  const sections = sectionsOf(page).filter((section) => commandsIn(section).length > 0);

  it('are found', () => {
    expect(sections.length).toBeGreaterThan(0);
  });

  it('can be done by an administrator, or stand where a policy is taken off first', async () => {
    for (const section of sections.filter((one) => !takesThePolicyOff(one))) {
      const answers = await Promise.all(commandsIn(section).map(isRefused));
      const refused = commandsIn(section).filter((_action, index) => answers[index]);
      expect(refused, section.title).toEqual([]);
    }
  });
});

describe('a command', () => {
  it.each([
    ['s3api', 'head-bucket', false],
    ['s3api', 'get-bucket-location', false],
    ['dynamodb', 'describe-table', false],
    ['dynamodb', 'list-tables', false],
    ['s3api', 'list-object-versions', true],
    ['s3api', 'delete-objects', true],
    ['dynamodb', 'scan', true],
    ['dynamodb', 'create-backup', true],
  ])('%s %s is refused: %s', async (service, command, refused) => {
    expect(await isRefused(actionOf(service, command))).toBe(refused);
  });
});
