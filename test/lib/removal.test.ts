import { describe, expect, it } from 'vitest';
import { type Located, STAGES, type Stage, templatesOf } from './synthesized.ts';

/** What goes with its stack on every stage: it holds nothing for longer than it takes to deliver. */
const GOES_ALWAYS: readonly string[] = ['AWS::KMS::Key', 'AWS::SQS::Queue'];

/** What stays where data stays, and then stands in the way of a name's next use. */
const HOLDS_DATA: readonly string[] = [
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::GlobalTable',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::Scheduler::ScheduleGroup',
];

const withPolicy = (stage: Stage): readonly Located[] =>
  Object.entries(templatesOf(stage)).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(
        ([, { DeletionPolicy, UpdateReplacePolicy }]) => DeletionPolicy ?? UpdateReplacePolicy,
      )
      .map(([id, resource]) => ({ ...resource, stack, id })),
  );

const policiesOf = ({ DeletionPolicy, UpdateReplacePolicy }: Located) => ({
  DeletionPolicy,
  UpdateReplacePolicy,
});

describe.each([
  ['local', 'Delete', 'Delete'],
  ['development', 'Delete', 'Delete'],
  // Plain `Retain` would keep what a first deployment that failed had made, too.
  ['production', 'RetainExceptOnCreate', 'Retain'],
] as const)(
  'what is removed with the stacks of stage %s',
  (stage, DeletionPolicy, UpdateReplacePolicy) => {
    const all = withPolicy(stage);

    it('is what the stage says, for everything that holds data', () => {
      const others = all
        .filter(({ Type }) => !GOES_ALWAYS.includes(Type))
        .filter(
          (resource) =>
            resource.DeletionPolicy !== DeletionPolicy ||
            resource.UpdateReplacePolicy !== UpdateReplacePolicy,
        )
        .map((resource) => ({ id: resource.id, ...policiesOf(resource) }));
      expect(others).toEqual([]);
    });

    it('is said of every resource of a type that holds data', () => {
      const unsaid = Object.values(templatesOf(stage)).flatMap(({ Resources }) =>
        Object.entries(Resources)
          .filter(([, { Type, DeletionPolicy: said }]) => HOLDS_DATA.includes(Type) && !said)
          .map(([id]) => id),
      );
      expect(unsaid).toEqual([]);
    });

    it('is said of no type that nobody thought of', () => {
      const types = new Set(all.map(({ Type }) => Type));
      expect([...types].sort()).toEqual(
        [...HOLDS_DATA, ...GOES_ALWAYS].filter((type) => types.has(type)).sort(),
      );
    });

    it('is everything, of what holds nothing', () => {
      for (const resource of all.filter(({ Type }) => GOES_ALWAYS.includes(Type))) {
        expect(policiesOf(resource), resource.id).toEqual({
          DeletionPolicy: 'Delete',
          UpdateReplacePolicy: 'Delete',
        });
      }
    });
  },
);

it('is looked at on every stage', () => {
  expect(STAGES).toEqual(['local', 'development', 'production']);
});
