#!/usr/bin/env node
import { run } from './run.ts';

/** `npx groundswell`: what the people of a network can do with files of their own. */
process.exitCode = await run(
  process.argv.slice(2),
  {
    say: (line) => process.stdout.write(`${line}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
    terminal: process.stderr,
  },
  process.stdin,
  new Date(),
);
