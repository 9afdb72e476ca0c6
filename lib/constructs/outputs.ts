import { CfnOutput, type Stack } from 'aws-cdk-lib';

/** Says values of a stack to whoever deploys it, under the same names on every stage. */
export const addOutputs = (stack: Stack, values: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(values)) new CfnOutput(stack, name, { value });
};
