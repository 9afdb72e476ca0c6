import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { clientSettings, REGION } from '../../local/aws/client-settings.ts';
import type { Deployment } from '../../local/deployment/describe-deployment.ts';

/** The environment in which the handlers of intake and tally reach what is deployed. */
export const handlerEnvironment = async ({
  emulatorUrl,
  functions,
}: Deployment): Promise<NodeJS.ProcessEnv> => {
  const client = new LambdaClient(clientSettings(emulatorUrl));
  const configured = await Promise.all(
    [functions.intake, functions.tally].map((FunctionName) =>
      client.send(new GetFunctionConfigurationCommand({ FunctionName })),
    ),
  );
  const variables = configured.map(({ Environment }) => Environment?.Variables ?? {});
  return {
    PATH: process.env.PATH,
    ...Object.assign({}, ...variables),
    AWS_ENDPOINT_URL: emulatorUrl,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    POWERTOOLS_LOG_LEVEL: 'WARN',
  };
};
