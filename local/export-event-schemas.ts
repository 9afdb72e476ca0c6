import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eventJsonSchemas } from '../schemas/event-json-schemas.ts';

/** Writes the events' JSON Schemas into `docs/events/`, and removes those of events that are gone. */
const directory = join(import.meta.dirname, '..', 'docs', 'events');

await mkdir(directory, { recursive: true });
for (const file of await readdir(directory)) {
  if (file.endsWith('.json')) await rm(join(directory, file));
}
for (const { file, schema } of eventJsonSchemas()) {
  await writeFile(join(directory, file), `${JSON.stringify(schema, null, 2)}\n`);
}
console.log(`wrote ${eventJsonSchemas().length} schemas into docs/events/`);
