import { describe, expect, it } from 'vitest';
import type { Resource, Template } from '../../local/release/assembly.ts';
import { readLastRelease } from '../../local/release/kept-release.ts';
import { templatesOf } from '../lib/synthesized.ts';
import { replacingChanges, type Templates } from './replacing-changes.ts';
import { REPLACING, STATEFUL } from './resource-kinds.ts';

const { version, templates: kept } = await readLastRelease();

const stacksOf = (stage: 'local' | 'production'): Templates =>
  Object.fromEntries(
    Object.entries(templatesOf(stage)).map(([stack, template]) => [
      `groundswell-${stage}-${stack}`,
      template,
    ]),
  );
const today: Templates = { ...stacksOf('local'), ...stacksOf('production') };

const DATA = 'groundswell-production-data';
const API = 'groundswell-production-api';

/** Today's templates, but that `change` has been made to the resources of one stack. */
const withChange = (
  stack: string,
  change: (resources: Record<string, Resource>) => Record<string, Resource>,
): Templates => {
  const template = structuredClone(today[stack]) as Template;
  return { ...today, [stack]: { ...template, Resources: change({ ...template.Resources }) } };
};

const changed = (stack: string, id: string, properties: Readonly<Record<string, unknown>>) =>
  withChange(stack, (resources) => {
    const resource = resources[id] as Resource;
    return {
      ...resources,
      [id]: { ...resource, Properties: { ...resource.Properties, ...properties } },
    };
  });

const renamedId = (stack: string, from: string, to: string) =>
  withChange(stack, ({ [from]: moved, ...others }) => ({ ...others, [to]: moved as Resource }));

const idOf = (stack: string, type: string): string => {
  const found = Object.entries(kept[stack]?.Resources ?? {}).find(([, { Type }]) => Type === type);
  if (!found) throw new Error(`${stack} keeps no ${type}`);
  return found[0];
};

const told = (templates: Templates): string => replacingChanges(kept, templates).join('\n');

describe(`today's stacks over those of release ${version}`, () => {
  it('replace nothing that holds data (a release that means to: npm run release:keep)', () => {
    expect(replacingChanges(kept, today)).toEqual([]);
  });

  it('are compared for both stages and all of their stacks', () => {
    expect(Object.keys(kept).sort()).toEqual(expect.arrayContaining([DATA, API]));
    const types = new Set(
      Object.values(kept).flatMap(({ Resources }) =>
        Object.values(Resources).map(({ Type }) => Type),
      ),
    );
    for (const type of ['DynamoDB::GlobalTable', 'S3::Bucket', 'Events::EventBus']) {
      expect(types).toContain(`AWS::${type}`);
    }
  });
});

describe('a replacing change is refused', () => {
  it.each([
    [DATA, 'AWS::DynamoDB::GlobalTable'],
    [DATA, 'AWS::S3::Bucket'],
    [DATA, 'AWS::Events::EventBus'],
    [DATA, 'AWS::Cognito::UserPool'],
    [DATA, 'AWS::Cognito::UserPoolClient'],
    [DATA, 'AWS::Cognito::UserPoolGroup'],
    [API, 'AWS::ApiGatewayV2::Api'],
    [API, 'AWS::Logs::LogGroup'],
    ['groundswell-production-pipeline', 'AWS::Scheduler::ScheduleGroup'],
  ])('another logical id in %s: %s', (stack, type) => {
    const id = idOf(stack, type);
    expect(told(renamedId(stack, id, 'Other'))).toContain(`${stack}: ${id}: is gone (${type})`);
  });

  it('a resource that is gone', () => {
    const id = idOf(DATA, 'AWS::S3::Bucket');
    expect(told(withChange(DATA, ({ [id]: _, ...others }) => others))).toContain(`${id}: is gone`);
  });

  it('a stack that is gone or has another name', () => {
    const { [DATA]: data, ...others } = today;
    expect(told(others)).toContain(`${DATA}: `);
    expect(told({ ...others, 'groundswell-production-store': data as Template })).toContain(
      'is gone',
    );
  });

  it('a resource that moved to another stack', () => {
    const id = idOf(DATA, 'AWS::S3::Bucket');
    const { [DATA]: data, [API]: api } = today;
    const { [id]: bucket, ...rest } = data?.Resources ?? {};
    const moved = {
      ...today,
      [DATA]: { Resources: rest },
      [API]: { Resources: { ...api?.Resources, [id]: bucket as Resource } },
    };
    expect(told(moved)).toContain(`${DATA}: ${id}: is gone`);
    expect(told(moved)).toContain(`its name moved to ${API}: ${id}`);
  });

  const properties = Object.entries(STATEFUL).flatMap(([type, names]) =>
    Object.entries(kept)
      .flatMap(([stack, { Resources }]) =>
        Object.entries(Resources).map(([id, { Type }]) => ({ stack, id, Type })),
      )
      .filter(({ Type }) => Type === type)
      .slice(0, 1)
      .flatMap(({ stack, id }) => names.map((name) => ({ type, name, stack, id }))),
  );

  it.each(properties)('another $name of $type', ({ name, stack, id }) => {
    const templates = changed(stack, id, { [name]: 'another' });
    expect(replacingChanges(kept, templates)).toContain(`${stack}: ${id}: another ${name}`);
  });

  it.each(STATEFUL['AWS::KMS::Key'] ?? [])('another %s of a key that is managed here', (name) => {
    const withKey = (value: string): Templates => ({
      [DATA]: { Resources: { Key: { Type: 'AWS::KMS::Key', Properties: { [name]: value } } } },
    });
    expect(replacingChanges(withKey('one'), withKey('one'))).toEqual([]);
    expect(replacingChanges(withKey('one'), withKey('two'))).toEqual([
      `${DATA}: Key: another ${name}`,
    ]);
    expect(replacingChanges(withKey('one'), { [DATA]: { Resources: {} } })).toEqual([
      `${DATA}: Key: is gone (AWS::KMS::Key)`,
    ]);
  });

  it('a policy that keeps the resource no more', () => {
    const id = idOf(DATA, 'AWS::DynamoDB::GlobalTable');
    const weaker = withChange(DATA, (resources) => ({
      ...resources,
      [id]: {
        ...(resources[id] as Resource),
        DeletionPolicy: 'Delete',
        UpdateReplacePolicy: 'Delete',
      },
    }));
    expect(told(weaker)).toContain(`${id}: its DeletionPolicy retains it no more`);
    expect(told(weaker)).toContain(`${id}: its UpdateReplacePolicy retains it no more`);
  });

  it('a table without its replica in the region', () => {
    const id = idOf(DATA, 'AWS::DynamoDB::GlobalTable');
    const templates = changed(DATA, id, { Replicas: [{ Region: 'eu-west-1' }] });
    expect(told(templates)).toContain(`${id}: no replica in "us-east-1" any more`);
  });

  it('a fixed name under another logical id, also of what holds nothing', () => {
    const id = idOf(API, 'AWS::Lambda::Function');
    expect(told(renamedId(API, id, 'Other'))).toContain(`${API}: ${id}: its name moved to`);
  });

  it('a fixed name of the CDN under another logical id', () => {
    const site = 'groundswell-production-site';
    for (const type of ['Function', 'ResponseHeadersPolicy', 'OriginAccessControl']) {
      const id = idOf(site, `AWS::CloudFront::${type}`);
      expect(told(renamedId(site, id, 'Other'))).toContain(`${site}: ${id}: its name moved to`);
    }
  });

  it.each([
    ['AWS::Budgets::Budget', 'NotificationsWithSubscribers', { Budget: { BudgetName: 'one' } }],
    ['AWS::IAM::Role', 'Path', { RoleName: 'one' }],
    ['AWS::Lambda::Function', 'PackageType', { FunctionName: 'one' }],
  ])('a %s of a fixed name that gets another %s', (Type, property, name) => {
    const stack = (Properties: Readonly<Record<string, unknown>>): Templates => ({
      [API]: { Resources: { Named: { Type, Properties } } },
    });
    const was = stack({ ...name, [property]: 'one' });
    expect(REPLACING[Type]).toContain(property);
    expect(replacingChanges(was, was)).toEqual([]);
    expect(replacingChanges(was, stack({ ...name, [property]: 'two' }))).toEqual([
      `${API}: Named: another ${property}, while its name is still taken`,
    ]);
    expect(replacingChanges(was, stack({ [property]: 'two' }))).toEqual([]);
    expect(replacingChanges(stack({ [property]: 'one' }), was)).toEqual([]);
  });

  it('a fixed name that nobody has said anything about', () => {
    const named = (name: unknown) =>
      withChange(DATA, (resources) => ({
        ...resources,
        Other: {
          Type: 'AWS::CloudFront::ResponseHeadersPolicy',
          Properties: { ResponseHeadersPolicyConfig: { OtherName: name } },
        },
      }));
    const sentence =
      'AWS::CloudFront::ResponseHeadersPolicy: its name ResponseHeadersPolicyConfig.OtherName is not listed';
    expect(told(named('groundswell-production-other'))).toContain(sentence);
    expect(told(named({ 'Fn::Join': ['', ['groundswell-', { Ref: 'X' }]] }))).toContain(sentence);
    expect(told(named({ Ref: 'Groundswell' }))).not.toContain('is not listed');
  });

  it('a type that nobody has said anything about', () => {
    const templates = withChange(DATA, (resources) => ({
      ...resources,
      Index: { Type: 'AWS::OpenSearchService::Domain' },
    }));
    expect(told(templates)).toContain('AWS::OpenSearchService::Domain: is neither listed');
  });

  it('but not a change that is made in place', () => {
    const id = idOf(API, 'AWS::Lambda::Function');
    const bucket = idOf(DATA, 'AWS::S3::Bucket');
    expect(told(changed(API, id, { MemorySize: 2048 }))).toBe('');
    const operations = 'groundswell-production-operations';
    const budget = idOf(operations, 'AWS::Budgets::Budget');
    expect(told(changed(operations, budget, { NotificationsWithSubscribers: [] }))).toBe('');
    expect(told(changed(DATA, bucket, { Tags: [{ Key: 'a', Value: 'b' }] }))).toBe('');
  });
});
