import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApiDocument } from '../schemas/openapi/open-api-document.ts';

/** Writes the description of the API into `docs/openapi.json`, from where it is served. */
const file = join(import.meta.dirname, '..', 'docs', 'openapi.json');

await writeFile(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
console.log('wrote docs/openapi.json');
