import { administratorsOf, roleAsDeployed, rolesOf, strangersTo } from './callers.ts';
import { actionsOn, resourceFor } from './guarded-actions.ts';
import { permissionsOf } from './permissions.ts';
import { type Guarded, guardedOf, type PolicyDocument } from './resource-policies.ts';
import { type Caller, isAllowed, type Request } from './simulate.ts';
import type { Stage } from './synthesized.ts';

/** Something that can be asked for, and where. */
type Question = {
  readonly thing: string;
  readonly action: string;
  readonly resource: string;
  readonly policy?: PolicyDocument;
  readonly context?: NonNullable<Request['context']>;
};

const ADMINISTRATOR = 'an administrator of the account';
const PASSED_ON = { 'iam:PassedToService': 'scheduler.amazonaws.com' };

const asked = (
  { name, arn, policy }: Guarded,
  actions: readonly string[],
  more: Partial<Question> = {},
): readonly Question[] =>
  actions.map((action) => ({
    thing: name,
    action,
    resource: resourceFor(action, arn),
    policy,
    ...more,
  }));

const about = (partition: string, ...attributes: readonly string[]): Question['context'] & {} => ({
  'dynamodb:LeadingKeys': [partition],
  'dynamodb:Attributes': ['pk', 'sk', ...attributes],
});

/** Grants on this table depend on what of it a request is about. */
const aboutPolls = (polls: Guarded): readonly Question[] => {
  const { onWhatItHolds, administration } = actionsOn(polls.name);
  return [
    ...asked(polls, onWhatItHolds, { context: about('spring', 'definition') }),
    ...asked(polls, administration),
    ...asked(polls, ['dynamodb:UpdateItem'], {
      thing: `${polls.name}, slowUntil alone`,
      context: about('spring', 'slowUntil'),
    }),
    ...asked(polls, ITEMS_ALONE, {
      thing: `${polls.name}, the audit trail`,
      context: about('spring#AUDIT', 'act'),
    }),
  ];
};

/** Those that say which partition they are about. */
const ITEMS_ALONE = [
  'GetItem',
  'Query',
  'ConditionCheckItem',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
].map((name) => `dynamodb:${name}`);

const aboutGuarded = (guarded: Guarded): readonly Question[] => {
  if (guarded.name === 'table/polls') return aboutPolls(guarded);
  const { onWhatItHolds, administration } = actionsOn(guarded.name);
  return asked(guarded, [...onWhatItHolds, ...administration]);
};

/** `arn:aws:events:us-east-1:000000000000:event-bus/groundswell-production` as `event-bus`. */
const thingOf = (stage: Stage, arn: string): string =>
  arn
    .split(':')
    .slice(5)
    .join('/')
    .replace(new RegExp(`groundswell-${stage}-?`), '')
    .replace(/\/\*?$/, '');

/** What roles are granted on things that have no policy of their own, but for their own logs. */
const aboutOthers = (stage: Stage, guarded: readonly Guarded[]): readonly Question[] => {
  const isGuarded = (resource: string) =>
    guarded.some(({ arn }) => resource === arn || resource.startsWith(`${arn}/`)) ||
    resource.endsWith('/stream/*');
  const questions = permissionsOf(stage).flatMap(({ actions, resources }) =>
    resources
      .filter((resource) => !isGuarded(resource) && !resource.includes(':log-group:'))
      .flatMap((resource) =>
        actions.map((action) => ({
          thing: thingOf(stage, resource),
          action,
          resource: resource.replace('*', 'one'),
          ...(action === 'iam:PassRole' ? { context: PASSED_ON } : {}),
        })),
      ),
  );
  return [...new Map(questions.map((one) => [`${one.thing} ${one.action}`, one])).values()];
};

const callersOf = (stage: Stage): readonly (readonly [string, Caller])[] => [
  ...rolesOf(stage).map((role) => [role, roleAsDeployed(stage, role)] as const),
  ...Object.entries({ ...administratorsOf(stage), ...strangersTo(stage) }).filter(([name]) =>
    LISTED.includes(name),
  ),
];
const LISTED = [ADMINISTRATOR, 'an administrator of another account', 'nobody in particular'];

const whoMay = async (
  callers: readonly (readonly [string, Caller])[],
  question: Question,
): Promise<string> => {
  const answers = await Promise.all(callers.map(([, caller]) => isAllowed(caller, question)));
  const allowed = callers.filter((_caller, index) => answers[index]).map(([name]) => name);
  return allowed.length === 0 ? 'nobody' : allowed.join(', ');
};

const kindAndName = (thing: string): string => {
  const [kind = '', ...rest] = thing.split('/');
  const [name = '', ...part] = rest.join('/').split(', ');
  return [name === '' ? kind : `${kind} \`${name}\``, ...part].join(', ');
};

const rowsOf = (
  thing: string,
  answered: readonly { readonly action: string; readonly who: string }[],
): readonly string[] =>
  [...Map.groupBy(answered, ({ who }) => who)].map(([who, ones], index) => {
    const actions = ones.map(({ action }) => `\`${action.split(':')[1]}\``).join(' ');
    return `| ${index === 0 ? kindAndName(thing) : ''} | ${actions} | ${who} |`;
  });

/**
 * Who may do what with what, as a table in Markdown: simulated from the policies that a stage is
 * deployed with, for each role, for whoever is granted everything in the account, and for others.
 */
export const accessTable = async (stage: Stage): Promise<string> => {
  const guarded = guardedOf(stage);
  const callers = callersOf(stage);
  const questions = [...guarded.flatMap(aboutGuarded), ...aboutOthers(stage, guarded)];
  const answered = await Promise.all(
    questions.map(async (question) => ({ ...question, who: await whoMay(callers, question) })),
  );
  const rows = [...Map.groupBy(answered, ({ thing }) => thing)].flatMap(([thing, ones]) =>
    rowsOf(thing, ones),
  );
  return ['| on | action | who may |', '|---|---|---|', ...rows].join('\n');
};
