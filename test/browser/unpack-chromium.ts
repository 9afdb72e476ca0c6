import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const KEPT = join(PROJECT, '.groundswell');
const UNPACK =
  "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";

/**
 * Unpacks the Chromium that comes with `@sparticuz/chromium` once, below `.groundswell/` (some
 * 220 MB), with the libraries and the fonts that a bare Debian or Ubuntu lacks. Gives its path
 * and the variables to start it with. Safe to call from several processes at once.
 */
export const unpackChromium = async (): Promise<{
  executablePath: string;
  env: Record<string, string>;
}> => {
  const home = join(KEPT, `chromium-${await packedVersion()}`);
  if (!existsSync(home)) await unpackInto(home);
  const libraries = [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? ''];
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: libraries.filter((path) => path !== '').join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
};

const unpackInto = async (home: string): Promise<void> => {
  await mkdir(KEPT, { recursive: true });
  const unfinished = await mkdtemp(`${home}.`);
  try {
    // The package unpacks into the folder for temporary files, and its libraries only where it
    // takes the machine for a Lambda function: a process of its own is told both.
    await run(process.execPath, ['--input-type=module', '-e', UNPACK], {
      cwd: PROJECT,
      env: { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    await writeFile(join(unfinished, 'fonts.conf'), fontsIn(home));
    await rename(unfinished, home);
  } catch (cause) {
    // Another process may have been first: its folder is as good.
    if (!existsSync(home)) {
      throw new ChromiumNotUnpacked(`Chromium could not be unpacked into ${home}`, { cause });
    }
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};

const fontsIn = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;

const packedVersion = async (): Promise<string> => {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  const { version }: { version: string } = JSON.parse(await readFile(manifest, 'utf8'));
  return version;
};

export class ChromiumNotUnpacked extends Error {
  override readonly name = 'ChromiumNotUnpacked';
}
