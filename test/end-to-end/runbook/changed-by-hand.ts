import { describe, expect, inject, test } from 'vitest';
import { byHand, follow } from './follow.ts';

const { functions, tables } = inject('deployment');
const STAGE = 'groundswell-local';
const SCHEDULES = `${STAGE}-schedules`;

describe('rollup-late: a hand disabled a schedule', () => {
  const schedules = async (): Promise<readonly Record<string, unknown>[]> => {
    const names = await byHand(
      `aws scheduler list-schedules --group-name ${SCHEDULES} --query 'Schedules[].Name' --output text`,
    );
    const gets = names
      .trim()
      .split(/\s+/)
      .sort()
      .map(
        (name) =>
          `aws scheduler get-schedule --group-name ${SCHEDULES} --name ${name} --output json`,
      );
    const found: Record<string, unknown>[] = JSON.parse(
      await byHand(`{ ${gets.join('; ')}; } | jq -s '[.[] | del(.LastModificationDate)]'`),
    );
    return found;
  };

  test('all of them call again, just as they did', async () => {
    const before = await schedules();
    expect(before.length).toBeGreaterThan(2);
    const { Name, Target, ScheduleExpression } = before[0] ?? {};
    await byHand(
      `aws scheduler update-schedule --group-name ${SCHEDULES} --name ${Name} --state DISABLED \\
        --schedule-expression '${ScheduleExpression}' --flexible-time-window Mode=OFF \\
        --target '${JSON.stringify(Target)}' --description '${before[0]?.Description}'`,
    );
    expect((await schedules())[0]).toMatchObject({ State: 'DISABLED' });
    const said = await follow('rollup-late');
    expect(said).toContain('DISABLED');
    expect(await schedules()).toEqual(before);
  });
});

describe('tables-throttled: a hand changed how a table is billed', () => {
  const BILLING = `aws dynamodb describe-table --table-name ${tables.responses} --query Table.BillingModeSummary.BillingMode --output text`;

  test('it is on demand again', async () => {
    await byHand(
      `aws dynamodb update-table --table-name ${tables.responses} --billing-mode PROVISIONED \\
        --provisioned-throughput ReadCapacityUnits=1,WriteCapacityUnits=1`,
    );
    const said = await follow('tables-throttled');
    expect(said).toContain('PROVISIONED');
    expect(await byHand(BILLING)).toBe('PAY_PER_REQUEST\n');
  });
});

describe('release-untold: a hand disabled the key of the mails', () => {
  const KEY = 'alias/groundswell-local-mail';
  const STATE = `aws kms describe-key --key-id ${KEY} --query KeyMetadata.KeyState --output text`;

  test('it is enabled again', async () => {
    await byHand(
      `aws kms disable-key --key-id "$(aws kms describe-key --key-id ${KEY} --query KeyMetadata.KeyId --output text)"`,
    );
    expect(await byHand(STATE)).toBe('Disabled\n');
    await follow('release-untold');
    expect(await byHand(STATE)).toBe('Enabled\n');
  });
});

describe('Something was changed by hand: a role lost a permission', () => {
  const policies = async (): Promise<string> =>
    byHand(
      `for NAME in $(aws iam list-role-policies --role-name ${functions.tally} --query 'PolicyNames[]' --output text); do
        aws iam get-role-policy --role-name ${functions.tally} --policy-name "$NAME" --output json | jq -S .PolicyDocument
      done`,
    );

  test('it has it again, and no mark of the mend is left', async () => {
    const before = await policies();
    expect(before).toContain('dynamodb:Query');
    await byHand(
      `for NAME in $(aws iam list-role-policies --role-name ${functions.tally} --query 'PolicyNames[]' --output text); do
        aws iam delete-role-policy --role-name ${functions.tally} --policy-name "$NAME"
      done`,
    );
    expect(await policies()).toBe('');
    await follow('Something was changed by hand');
    expect(await policies()).toBe(before);
  });
});

describe('The gateway has to admit less: a flood', () => {
  /** The emulator's API does not tell it in the words of AWS. */
  const admitted = async (): Promise<unknown> =>
    JSON.parse(
      await byHand(
        `aws cloudformation get-template --stack-name ${STAGE}-api --output json |
          jq '.TemplateBody.Resources[] | select(.Type == "AWS::ApiGatewayV2::Stage") | .Properties.DefaultRouteSettings'`,
      ),
    );

  test('it does until it is told otherwise, and then admits what the settings say', async () => {
    const before = await admitted();
    const said = await follow('The gateway has to admit less');
    // Deployed twice; a deployment that changes nothing says so behind the name.
    expect(said.match(/✅ +Api \(groundswell-local-api\)$/gm)).toHaveLength(2);
    expect(await admitted()).toEqual(before);
  });
});
