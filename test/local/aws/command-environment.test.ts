import { expect, test } from 'vitest';
import { commandEnvironment } from '../../../local/aws/command-environment.ts';

test('a command that deploys gets nothing of the AWS settings of whoever runs it', () => {
  const own = {
    AWS_PROFILE: 'work',
    AWS_SESSION_TOKEN: 'secret',
    AWS_ENDPOINT_URL_S3: 'https://s3.amazonaws.com',
    AWS_ACCESS_KEY_ID: 'real',
    CDK_DEFAULT_ACCOUNT: '123456789012',
    HOME: '/home/someone',
  };
  const given = commandEnvironment('http://127.0.0.1:4566', own);
  expect(given).toMatchObject({
    HOME: '/home/someone',
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  });
  for (const name of [
    'AWS_PROFILE',
    'AWS_SESSION_TOKEN',
    'AWS_ENDPOINT_URL_S3',
    'CDK_DEFAULT_ACCOUNT',
  ]) {
    expect(given).not.toHaveProperty(name);
  }
});
