import { dirname } from 'node:path';
import { COMMANDS } from '../places.ts';
import { REGION } from './client-settings.ts';

/**
 * The environment of a command that deploys to the emulator at `endpoint`. Every AWS setting of
 * the user's own is left out, so that nothing can reach a real account.
 */
export const commandEnvironment = (
  endpoint: string,
  env: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv => {
  const others = Object.entries(env).filter(([name]) => !/^(AWS|CDK|NODE_OPTIONS)/.test(name));
  return {
    ...Object.fromEntries(others),
    PATH: `${COMMANDS}:${dirname(process.execPath)}:${env.PATH ?? ''}`,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    NO_PROXY: '127.0.0.1,localhost',
    no_proxy: '127.0.0.1,localhost',
  };
};
