/** What is bundled and timed: a name, what it stands for, and the module's source. */
export type Contender = {
  readonly name: string;
  readonly holds: string;
  readonly source: string;
};

const BASELINE = `export { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';`;

const baselineAnd = (name: string, more: string): Contender => ({
  name,
  holds: `the baseline and ${name}`,
  source: `${BASELINE}\n${more}`,
});

/** The least that can write an item, against which intake is measured. */
export const baseline: Contender = {
  name: 'baseline',
  holds: 'DynamoDBDocumentClient and PutCommand',
  source: BASELINE,
};

/** The function that takes responses in, as it is deployed. */
export const intake: Contender = {
  name: 'intake',
  holds: 'functions/collect-response',
  source: `export { handler } from './functions/collect-response/handler.ts';`,
};

/** What parts of intake add to the baseline, and what zod would, without which it does. */
export const parts: readonly Contender[] = [
  baselineAnd(
    'logger',
    `import { Logger } from '@aws-lambda-powertools/logger';\nexport const logger = new Logger();`,
  ),
  baselineAnd(
    'middy',
    [
      `import middy from '@middy/core';`,
      `import normalizer from '@middy/http-header-normalizer';`,
      `export const handler = middy().use(normalizer());`,
    ].join('\n'),
  ),
  baselineAnd('zod', `export { CollectResponseEnv } from './functions/collect-response/env.ts';`),
];
