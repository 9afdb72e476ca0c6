import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { createApp } from './synthesized.ts';

/** What production could look like: with users of its own, and with those of an issuer. */
const APPS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  production: { stage: 'production' },
  'production with an issuer of its own': {
    stage: 'production',
    tokenIssuer: {
      url: 'https://login.example.org/',
      audience: 'groundswell',
      jwksUri: 'https://login.example.org/keys',
      rolesClaim: 'roles',
    },
  },
  local: { stage: 'local' },
};

type Acknowledged = { readonly path: string; readonly rule: string; readonly reason: string };

const acknowledgedIn = (scope: IConstruct): readonly Acknowledged[] =>
  scope.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({ path: node.path, rule: id.replace(/^annotation::/i, ''), reason })),
  );

/** Every finding, or only those that nothing acknowledges, as `rule at path`. */
const findingsIn = (app: App, which: 'all' | 'unacknowledged'): readonly string[] => {
  const checks = new AwsSolutionsChecks(app);
  if (which === 'all') Object.assign(checks, { isAcknowledged: () => false });
  return checks
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );
};

describe.each(Object.entries(APPS))("cdk-nag's AwsSolutions, on %s", (_name, context) => {
  const app = createApp(context);

  it('finds no error and no warning', () => {
    expect(findingsIn(app, 'unacknowledged')).toEqual([]);
  });

  it('would find something, were nothing acknowledged', () => {
    expect(findingsIn(app, 'all').length).toBeGreaterThan(0);
  });

  it('is answered with a reason, wherever a finding stays', () => {
    for (const { reason } of acknowledgedIn(app)) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('is answered nowhere where it finds nothing', () => {
    const findings = findingsIn(app, 'all');
    const needless = acknowledgedIn(app)
      .filter(({ rule }) => rule.startsWith('AwsSolutions-'))
      .filter(
        ({ path, rule }) => !findings.some((finding) => finding.startsWith(`${rule} at ${path}`)),
      );
    expect(needless).toEqual([]);
  });

  it('is answered for one finding at a time, never for a whole stack', () => {
    for (const { path } of acknowledgedIn(app)) expect(path).toContain('/');
  });
});
