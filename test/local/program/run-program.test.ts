import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../../../local/places.ts';

const MODULE = JSON.stringify(join(PROJECT, 'local', 'program', 'run-program.ts'));

/** Runs a program whose main function has this body; `program` is what it has to work with. */
const run = async (body: string, whenSaid?: string) => {
  const script = `import { runProgram } from ${MODULE}; await runProgram(async (program) => { ${body} });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  if (whenSaid) {
    child.stdout.on('data', (chunk: Buffer) => chunk.includes(whenSaid) && child.kill('SIGINT'));
  }
  const exit = once(child, 'exit');
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await exit;
  return { code, output, errors };
};

const UNDO = `
  program.atEnd(async (code) => program.say('first begun ' + code));
  program.atEnd(async (code) => program.say('last begun ' + code));`;

describe('a program', () => {
  test('ends with the code of its main function, after undoing what it began, last first', async () => {
    const { code, output } = await run(`${UNDO} return 7;`);
    expect([code, output]).toEqual([7, 'last begun 7\nfirst begun 7\n']);
  });

  test('undoes the same and ends with 1 after an error', async () => {
    const { code, output, errors } = await run(`${UNDO} throw new TypeError('oh no');`);
    expect([code, output]).toEqual([1, 'last begun 1\nfirst begun 1\n']);
    expect(errors).toContain('TypeError: oh no');
  });

  test('tells an error that was written for people without its stack', async () => {
    const { errors } = await run(
      `throw Object.assign(new Error('Port 1 is taken.'), { name: 'PortTakenError' });`,
    );
    expect(errors).toBe('\nPort 1 is taken.\n\n');
  });

  test('undoes the same and ends with 130 on Ctrl-C', async () => {
    const wait = 'await new Promise((_, reject) => program.signal.onabort = reject)';
    const { code, output } = await run(
      `${UNDO} setInterval(() => {}, 1000); program.say('up'); ${wait};`,
      'up',
    );
    expect([code, output]).toEqual([130, 'up\nlast begun 130\nfirst begun 130\n']);
  });

  test('begins no stage after Ctrl-C', async () => {
    const { code, output } = await run(
      `await program.stage('One', () => new Promise((done) => setTimeout(done, 300)));
       await program.stage('Two', async () => {});`,
      'One',
    );
    expect(code).toBe(130);
    expect(output).not.toContain('Two');
  });

  test('ends with 1 where something could not be undone, and undoes the rest', async () => {
    const { code, output } = await run(
      `program.atEnd(async () => program.say('undone'));
       program.atEnd(async () => { throw new Error('stuck'); });
       return 0;`,
    );
    expect([code, output]).toEqual([1, 'undone\n']);
  });
});
