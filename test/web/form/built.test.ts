import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildForm } from '../../../web/form/build.ts';

test('what is inlined is what lies beside it; npm run build:form makes it anew', async () => {
  const kept = readFileSync(new URL('../../../web/form/built.ts', import.meta.url), 'utf8');
  expect(kept).toBe(await buildForm());
});
