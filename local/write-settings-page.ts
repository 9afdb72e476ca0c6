import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsPage } from '../schemas/settings-page.ts';

/** Writes the page of all settings into `docs/`. */
await writeFile(join(import.meta.dirname, '..', 'docs', 'settings.md'), settingsPage());
console.log('wrote docs/settings.md');
