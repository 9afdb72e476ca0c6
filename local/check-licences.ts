import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dependencyFaults } from './dependencies/dependency-faults.ts';
import { PROJECT } from './places.ts';

/** Checks licences, install scripts and the lockfile; exits with 1 where something is wrong. */
const read = async (file: string) => JSON.parse(await readFile(join(PROJECT, file), 'utf8'));

const lockfile = await read('package-lock.json');
const faults = dependencyFaults(await read('package.json'), lockfile);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${Object.keys(lockfile.packages).length - 1} packages, nothing wrong`);
