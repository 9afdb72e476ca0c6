import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintTemplates, synthesizeTemplates } from './templates/lint-templates.ts';

/** Stages whose templates differ most: what runs on one machine, and what people rely on. */
const STAGES = ['local', 'production'];

const directory = await mkdtemp(join(tmpdir(), 'groundswell-templates-'));
try {
  const templates: string[] = [];
  for (const stage of STAGES) {
    templates.push(...(await synthesizeTemplates(stage, join(directory, stage))));
  }
  process.exitCode = await lintTemplates(templates);
  const found = process.exitCode === 0 ? 'nothing' : 'something, see above';
  console.log(`cfn-lint looked at ${templates.length} templates and found ${found}`);
} finally {
  await rm(directory, { recursive: true });
}
