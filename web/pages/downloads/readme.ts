import { openingWords } from '../../../core/report/opening-words.ts';
import type { Report } from '../../../core/report/report.ts';
import { titleOf } from '../../../core/report/title-of.ts';
import type { PublishedFile } from '../../../schemas/release.ts';
import type { PagesWording } from '../wording/wording.ts';

/**
 * What lies on top in the zip of a release: which it is, where it is from, what to know before
 * the figures are used, each file with its hash, and what was too large to be packed.
 *
 * @param files in the zip
 * @param missing files of the release that are not
 * @param address of the page that shows this release
 */
export const readme = (
  report: Report,
  files: readonly PublishedFile[],
  missing: readonly PublishedFile[],
  words: PagesWording,
  address: string,
): string => {
  const { downloads, releases, report: wording } = words;
  const title = titleOf(report.definition.title, report.poll, wording.language);
  const { number, kind } = report;
  return `${[
    title,
    releases.release({ number, kind, day: wording.day(report.asOf) }),
    downloads.readme.from(address),
    '',
    `${wording.page.first}:`,
    ...openingWords(report, wording).map((line) => `- ${line}`),
    '',
    `${downloads.readme.files}:`,
    ...files.flatMap(({ path, sha256 }) => [
      `- ${path}${downloads.files[path] ? `: ${downloads.files[path]}` : ''}`,
      `  ${sha256}`,
    ]),
    ...(missing.length === 0
      ? []
      : ['', `${downloads.readme.missing}:`, ...missing.map(({ path }) => `- ${path}`)]),
    '',
    downloads.readme.check,
  ].join('\n')}\n`;
};
