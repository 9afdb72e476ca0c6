import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';
import { SweepRequest } from '../../schemas/sweep.ts';
import { alarmsOf, budgetSectionsOf, sectionOf } from '../lib/alarms.ts';
import { resourcesOf, templatesOf } from '../lib/synthesized.ts';
import { commands, logsLookedAt, runbook, sectionNamed, sections } from './read-runbook.ts';
import { TRIED } from './tried.ts';

const PROJECT = new URL('../../', import.meta.url);
const PARTS = [
  '*What people notice.*',
  '*What to look at.*',
  '*What to do.*',
  '*How to know that it is over.*',
];

const NAMING = ['FunctionName', 'TableName', 'QueueName', 'Name'];

const headings = sections.map(({ heading }) => heading);
const isOfAlarm = (heading: string) => /^[a-z]+(?:-[a-z]+)*$/.test(heading);
const production = alarmsOf('production');

/** Where the source of each function is, by its name. */
const FOLDERS: Readonly<Record<string, string>> = {
  intake: 'collect-response',
  form: 'render-form',
  directory: 'describe-poll',
  reports: 'serve-reports',
  participation: 'show-participation',
  administration: 'manage-polls',
  tally: 'tally-responses',
  sweep: 'sweep-tallies',
  rollup: 'roll-up-tallies',
};

/** The source of a function and of the middleware that it stands in. */
const sourcesOf = (functionName: string): string => {
  const folder = FOLDERS[functionName];
  if (!folder) throw new Error(`there is no function ${functionName} to have logs`);
  return globSync(`functions/{${folder},middleware}/*.ts`, {
    cwd: PROJECT.pathname,
  })
    .map((file) => readFileSync(new URL(file, PROJECT), 'utf8'))
    .join('\n');
};

describe('alarms and the runbook', () => {
  test('every alarm, and the budget, has a section', () => {
    const asked = [...production.map(sectionOf), ...budgetSectionsOf('production')];
    for (const section of asked) expect(headings).toContain(section);
  });

  test('every section that is named like an alarm has one', () => {
    const answered = new Set([...production.map(sectionOf), ...budgetSectionsOf('production')]);
    expect(headings.filter((heading) => isOfAlarm(heading) && !answered.has(heading))).toEqual([]);
  });

  test('a section that several alarms share names each of them', () => {
    const shared = production.filter((alarm) => sectionOf(alarm) !== alarm.name);
    expect(shared.length).toBeGreaterThan(0);
    for (const alarm of shared) {
      expect(sectionNamed(sectionOf(alarm) ?? '').text).toContain(`\`${alarm.name}\``);
    }
  });

  test('no heading comes twice', () => {
    expect(new Set(headings).size).toBe(headings.length);
  });

  test.each(headings)(
    '%s says what people notice, what to look at, what to do, when it is over',
    (heading) => {
      const { text } = sectionNamed(heading);
      const places = PARTS.map((part) => text.indexOf(part));
      expect(places.every((place) => place >= 0)).toBe(true);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );

  test('every link within the runbook leads to a section', () => {
    const anchors = headings.map((heading) => heading.toLowerCase().replaceAll(' ', '-'));
    for (const [, anchor] of runbook.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
  });
});

describe('the commands of the runbook', () => {
  test('are shell that a shell can read', () => {
    expect(commands.length).toBeGreaterThan(30);
    for (const block of commands) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: block, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }
  });

  test('name functions, tables and buckets of the stage that there are', () => {
    const names = NAMING.flatMap((property) =>
      [
        'AWS::Lambda::Function',
        'AWS::DynamoDB::GlobalTable',
        'AWS::SQS::Queue',
        'AWS::Scheduler::ScheduleGroup',
        'AWS::Events::Rule',
      ].flatMap((type) =>
        resourcesOf('production', type).map(({ Properties }) => String(Properties[property])),
      ),
    );
    const named = commands.join('\n').matchAll(/groundswell-\$STAGE-([a-z-]+)(?=[\s"]|$)/g);
    const others = ['api', 'pipeline', 'site', 'mail', 'failures-', ''];
    for (const [, name = ''] of named) {
      if (!others.includes(name)) expect(names).toContain(`groundswell-production-${name}`);
    }
  });

  test('run on an emulator as they stand, or say why not, and seldom cannot', () => {
    const blocks = shellBlocks(runbook).map(({ onEmulator }) => onEmulator);
    const left = blocks.filter((block) => block.kind === 'not');
    expect(left.every(({ reason }) => reason.length > 10)).toBe(true);
    expect(left.length).toBeLessThan(blocks.length / 8);
    expect(blocks.filter(({ kind }) => kind === 'instead')).toHaveLength(2);
  });

  test('put back what they take off: a table that is opened is locked by the same section', () => {
    const opening = sections.filter(({ text }) => /^lift [a-z]+$/m.test(text));
    expect(opening.length).toBeGreaterThan(1);
    for (const { text } of opening) {
      const tables = (verb: string) =>
        [...text.matchAll(new RegExp(`^${verb} ([a-z]+)$`, 'gm'))].map(([, table]) => table);
      expect(tables('lock')).toEqual(tables('lift'));
      expect(text.lastIndexOf('\nlift ')).toBeLessThan(text.indexOf('\nlock '));
    }
  });

  test('let the gateway admit less in one section alone, which sets it back', () => {
    const lowering = sections.filter(({ text }) => text.includes("-c 'throttle="));
    expect(lowering.map(({ heading }) => heading)).toEqual(['The gateway has to admit less']);
    const [, after = ''] = lowering[0]?.text.split("-c 'throttle=") ?? [];
    expect(after).toMatch(/^npx cdk deploy --all -c stage=\$STAGE$/m);
  });

  test('put the permissions of roles again in every stack that has some', () => {
    const [, stacks = ''] = /^for STACK in ([a-z ]+); do$/m.exec(runbook) ?? [];
    const withPolicies = Object.entries(templatesOf('production')).flatMap(([stack, template]) =>
      Object.values(template.Resources).some(({ Type }) => Type === 'AWS::IAM::Policy')
        ? [stack]
        : [],
    );
    expect(stacks.split(' ').sort()).toEqual(withPolicies.sort());
  });

  test('never mend by deploying what is deployed already, which would do nothing', () => {
    expect(runbook).not.toMatch(/deploy the release again/i);
  });

  test('pass a function what it takes', () => {
    const calls = [...runbook.matchAll(/call (sweep|rollup) '([^']+)'/g)];
    expect(calls.length).toBeGreaterThan(10);
    for (const [, name, payload = ''] of calls) {
      const request = JSON.parse(payload);
      if (name === 'sweep') expect(SweepRequest.safeParse(request).success, payload).toBe(true);
      else expect(request).toEqual({});
    }
  });
});

describe('the logs that the runbook looks at', () => {
  test('are of functions that there are, each of which has its folder here', () => {
    const deployed = resourcesOf('production', 'AWS::Lambda::Function').map(({ Properties }) =>
      String(Properties.FunctionName).replace('groundswell-production-', ''),
    );
    expect(Object.keys(FOLDERS).sort()).toEqual(deployed.sort());
    const named = logsLookedAt().map(({ functionName }) => functionName);
    expect(named).toContain('form');
    for (const name of named) expect(deployed).toContain(name);
  });

  test.each(logsLookedAt())(
    'have what is looked for: $functionName $code',
    ({ functionName, code }) => {
      const outcome = code.startsWith('release.') ? code.replace('release.', "'") : code;
      expect(sourcesOf(functionName)).toContain(outcome);
    },
  );
});

describe('a command that looks at logs', () => {
  test('in a loop over functions is one of each', () => {
    expect(logsLookedAt('for NAME in intake form; do logs $NAME request.failed; done')).toEqual([
      { functionName: 'intake', code: 'request.failed' },
      { functionName: 'form', code: 'request.failed' },
    ]);
  });

  test('is not passed over where it does not name its function', () => {
    expect(() => logsLookedAt('for F in *; do logs $F request.failed; done')).toThrow('not named');
  });
});

describe('every section is tried', () => {
  test('the table of tests names each section, and no other', () => {
    expect(Object.keys(TRIED).sort()).toEqual([...headings].sort());
  });

  test.each(Object.entries(TRIED))('%s in %s', (section, file) => {
    const path = new URL(file, PROJECT);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(`describe('${section}:`);
  });
});
