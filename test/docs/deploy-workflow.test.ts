import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shellBlocks } from '../../local/pages/shell-blocks.ts';
import { PROJECT } from '../../local/places.ts';

/** The CDK brings a reader of YAML along. */
const { parse } = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib'))('yaml') as {
  parse: (text: string) => unknown;
};

type Job = {
  readonly if?: string;
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly run?: string;
    readonly uses?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
};
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<'check' | 'diff' | 'deploy', Job>>;
};

const read = (file: string): string => readFileSync(join(PROJECT, file), 'utf8');

const workflow = parse(read('docs/examples/deploy.yml')) as Workflow;
const { check, diff, deploy } = workflow.jobs;
const commandsOf = ({ steps }: Job): readonly string[] => steps.flatMap(({ run }) => run ?? []);
const roleOf = ({ steps }: Job): string =>
  String(
    steps.find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))?.with?.[
      'role-to-assume'
    ],
  );

describe('the example workflow', () => {
  it('runs on pull requests and on main', () => {
    expect(workflow.on).toEqual({ pull_request: null, push: { branches: ['main'] } });
  });

  it('audits and checks before anything else', () => {
    expect(commandsOf(check)).toEqual(
      expect.arrayContaining(['npm ci', 'npm audit --omit dev', 'npm run check']),
    );
    expect(deploy.needs).toBe('check');
  });

  it('shows on a pull request of the repository itself what would change, in a role that reads', () => {
    expect(diff.if).toContain("github.event_name == 'pull_request'");
    expect(diff.if).toContain('head.repo.full_name == github.repository');
    expect(commandsOf(diff).at(-1)).toBe('npx cdk diff --method=template -c stage=$STAGE');
    expect(roleOf(diff)).toContain('vars.DIFF_ROLE_ARN');
  });

  it('deploys what is pushed to main, in the environment that the role trusts', () => {
    expect(deploy.if).toBe("github.event_name == 'push'");
    expect(deploy.environment).toBe('production');
    expect(roleOf(deploy)).toContain('vars.DEPLOY_ROLE_ARN');
    expect(commandsOf(deploy)).toContain(
      'npx cdk deploy --all --require-approval never -c stage=$STAGE',
    );
  });

  it('has a role for pull requests, as docs/deploying.md makes it, that reads templates alone', () => {
    const [, made = ''] =
      /github_role groundswell-github-diff pull_request ((?:[^\n]*\\\n)*[^\n]*)/.exec(
        read('docs/deploying.md'),
      ) ?? [];
    expect(made.split('\\\n').map((line) => line.trim())).toEqual([
      '',
      "'cloudformation:DescribeStacks cloudformation:GetTemplate'",
      '"arn:aws:cloudformation:$AWS_REGION:$ACCOUNT:stack/groundswell-$STAGE-*"',
    ]);
  });

  it('gives a token to the jobs that take on a role, and to no other', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(check.permissions).toBeUndefined();
    for (const job of [diff, deploy]) {
      expect(job.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    }
  });

  it('holds no key', () => {
    expect(read('docs/examples/deploy.yml')).not.toMatch(/secrets\.\w|aws-access-key|AKIA/);
  });

  it('does what docs/deploying.md says by hand, and nothing else', () => {
    const byHand = shellBlocks(read('docs/deploying.md')).find(({ commands }) =>
      commands.includes('npm audit'),
    );
    const commands = new Set([...commandsOf(check), ...commandsOf(deploy)]);
    // What the page asks for before anything else.
    commands.delete('npm install --global npm@11');
    expect(byHand?.commands.trim().split('\n')).toEqual([...commands]);
  });

  it('names every action by a commit, which cannot be moved, and says its version', () => {
    const used = Object.values(workflow.jobs).flatMap(({ steps }) =>
      steps.flatMap(({ uses }) => uses ?? []),
    );
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(read('docs/examples/deploy.yml')).toMatch(
        new RegExp(`uses: ${action} # v\\d+\\.\\d+\\.\\d+$`, 'm'),
      );
    }
  });

  it('runs only scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const names = [...read('docs/examples/deploy.yml').matchAll(/npm run ([\w:]+)/g)];
    expect(names.length).toBeGreaterThan(0);
    for (const [, name = ''] of names) expect(scripts).toHaveProperty([name]);
  });
});
