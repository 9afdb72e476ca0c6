import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpack-chromium.ts';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Starts a Chromium for a test, without anything that only root could install: the one that
 * `CHROMIUM` names, else (on Linux with glibc, x64) the one that comes with the packages, else
 * an installed one. Whoever calls it closes it.
 *
 * @throws {ChromiumMissing} where there is none, so that no test passes unseen
 */
export const launchChromium = async (): Promise<Browser> => {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ['--disable-gpu', '--disable-background-networking'],
  });
};

type Found = { readonly executablePath: string; readonly env: Record<string, string> };

const findChromium = async (): Promise<Found> => {
  const named = process.env.CHROMIUM;
  if (named) return { executablePath: named, env: {} };
  if (isLinuxWithGlibc()) return unpackChromium();
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, env: {} };
  throw new ChromiumMissing(
    `No Chromium for ${process.platform} ${process.arch}: none comes with the packages there, and ` +
      `none is at ${INSTALLED.join(', ')}. Install one, or name it with CHROMIUM=/path/to/it.`,
  );
};

const isLinuxWithGlibc = (): boolean => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  const report: { header?: { glibcVersionRuntime?: string } } = process.report.getReport();
  return report.header?.glibcVersionRuntime !== undefined;
};

export class ChromiumMissing extends Error {
  override readonly name = 'ChromiumMissing';
}
