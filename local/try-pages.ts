import { readPageChoice } from './pages/page-choice.ts';
import { tryDeploying } from './pages/try-deploying.ts';
import { tryRunbook } from './pages/try-runbook.ts';
import { runProgram } from './program/run-program.ts';

const TRIES = { deploying: tryDeploying, runbook: tryRunbook };
const SECOND_MS = 1000;

/**
 * Tries the commands of the pages that are named, all if none is, against emulators of their
 * own: `npm run docs:try -- runbook`. What cannot run there is named with the reason.
 */
await runProgram(async (program) => {
  const show = (text: string) => void process.stdout.write(text);
  let worst = 0;
  for (const page of readPageChoice(process.argv.slice(2))) {
    const begun = performance.now();
    const code = await TRIES[page](program, show);
    worst = Math.max(worst, code);
    const seconds = Math.round((performance.now() - begun) / SECOND_MS);
    program.say(`docs/${page}.md: ${code === 0 ? 'tried' : 'FAILED'} in ${seconds} s`);
  }
  return worst;
});
