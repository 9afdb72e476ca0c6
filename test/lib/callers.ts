import { anonymousPrincipal } from '@cloud-copilot/iam-simulate';
import { permissionsOf } from './permissions.ts';
import type { PolicyDocument } from './resource-policies.ts';
import type { Caller } from './simulate.ts';
import { resourcesOf, type Stage } from './synthesized.ts';

const ACCOUNT = '000000000000';
const OTHER_ACCOUNT = '111111111111';

/** What the broadest grant allows. */
export const EVERYTHING: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** Last parts of the names of a stage's roles. */
export const rolesOf = (stage: Stage): readonly string[] =>
  resourcesOf(stage, 'AWS::IAM::Role')
    .map(({ Properties }) => String(Properties.RoleName).replace(`groundswell-${stage}-`, ''))
    .sort();

const inAccount = (principal: string, arn: string, account = ACCOUNT) => ({
  principal,
  context: {
    'aws:PrincipalArn': arn,
    'aws:PrincipalAccount': account,
    'aws:PrincipalIsAWSService': 'false',
  },
});

/** A session of a role by its full name, with the policies given. */
const session = (name: string, policies: readonly PolicyDocument[], account = ACCOUNT): Caller => ({
  ...inAccount(
    `arn:aws:sts::${account}:assumed-role/${name.split('/').at(-1)}/a-session`,
    `arn:aws:iam::${account}:role/${name}`,
    account,
  ),
  policies,
});

/** A function or schedule of the stage, with what its role is granted in the templates. */
export const roleAsDeployed = (stage: Stage, role: string): Caller =>
  session(`groundswell-${stage}-${role}`, [
    {
      Version: '2012-10-17',
      Statement: permissionsOf(stage)
        .filter((permission) => permission.role === role)
        .map(({ actions, resources, conditions }) => ({
          Effect: 'Allow',
          Action: actions,
          Resource: resources,
          ...(conditions ? { Condition: conditions } : {}),
        })),
    },
  ]);

/** The same, but that someone granted it everything. */
export const roleGrantedEverything = (stage: Stage, role: string): Caller =>
  session(`groundswell-${stage}-${role}`, [EVERYTHING]);

/** Those of the account who may do everything, and some who only look like a role of the stage. */
export const administratorsOf = (stage: Stage): Readonly<Record<string, Caller>> => ({
  'an administrator of the account': session('Admin', [EVERYTHING]),
  'an administrator who signs in through SSO': session(
    'aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0123456789abcdef',
    [EVERYTHING],
  ),
  'a user with a key': {
    ...inAccount(`arn:aws:iam::${ACCOUNT}:user/admin`, `arn:aws:iam::${ACCOUNT}:user/admin`),
    policies: [EVERYTHING],
  },
  'the root user': {
    ...inAccount(`arn:aws:iam::${ACCOUNT}:root`, `arn:aws:iam::${ACCOUNT}:root`),
    policies: [EVERYTHING],
  },
  'whoever deploys': session('cdk-hnb659fds-cfn-exec-role-000000000000-us-east-1', [EVERYTHING]),
  'a role named almost like intake': session(`groundswell-${stage}-intake2`, [EVERYTHING]),
  'a role named like intake in a path': session(`x/groundswell-${stage}-intake`, [EVERYTHING]),
  'intake of another stage': session('groundswell-other-intake', [EVERYTHING]),
});

/** Those who are not of the account. */
export const strangersTo = (stage: Stage): Readonly<Record<string, Caller>> => ({
  'an administrator of another account': session('Admin', [EVERYTHING], OTHER_ACCOUNT),
  'a role named like intake in another account': session(
    `groundswell-${stage}-intake`,
    [EVERYTHING],
    OTHER_ACCOUNT,
  ),
  'nobody in particular': { principal: anonymousPrincipal, context: {}, policies: [] },
});

/** A service of AWS on its own behalf, as its name says; whom it acts for is in the request. */
export const service = (principal: string): Caller => ({
  principal,
  context: { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalServiceName': principal },
  policies: [],
});
