import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** What the functions' environments hold; nothing is called, so nothing has to be there. */
const ENVIRONMENT = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  RESPONSES_TABLE: 'responses',
  POLLS_TABLE: 'polls',
  CACHE_SECONDS: '15',
  POWERTOOLS_SERVICE_NAME: 'intake',
};

const script = (url: string): string => `
  const start = performance.now();
  await import(${JSON.stringify(url)});
  process.stdout.write(String(performance.now() - start));
`;

/** How long a fresh process takes to import a module, in milliseconds. */
export const timeImport = (file: string): number => {
  const args = ['--input-type=module', '--eval', script(pathToFileURL(file).href)];
  return Number(execFileSync(process.execPath, args, { env: ENVIRONMENT, encoding: 'utf8' }));
};
