import type { PublishedFile, Snapshot } from '../../schemas/release.ts';
import { DATA_PACKAGE_PATH, dataPackage } from './data-package.ts';
import type { Report } from './report.ts';
import { type DescribedFile, reportFiles, reportPages } from './report-files.ts';

const NUMBER_DIGITS = 6;
const DIGEST_DIGITS = 12;

/** The SHA-256 of bytes, or of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export type Sha256 = (content: Uint8Array | string) => string;

/** One file of a snapshot, whole. */
export type SnapshotFile = {
  readonly path: string;
  readonly mediaType: string;
  readonly body: Uint8Array;
};

/** A snapshot's files in the order in which they are to be written, and its record. */
export type SnapshotFiles = { readonly record: Snapshot; readonly files: readonly SnapshotFile[] };

type Described = {
  readonly file: DescribedFile;
  readonly body: Uint8Array;
  readonly published: PublishedFile;
};

const described = (file: DescribedFile, sha256: Sha256): Described => {
  const { path, content } = file;
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { file, body, published: publishedFile(path, body, sha256) };
};

const publishedFile = (path: string, body: Uint8Array, sha256: Sha256): PublishedFile => ({
  path,
  bytes: body.byteLength,
  sha256: sha256(body),
});

/**
 * A report's files with their hashes, `datapackage.json` last. The snapshot's id holds the hash
 * of the content, so two roll-ups that disagree never write into one folder.
 */
export const snapshotFiles = async (report: Report, sha256: Sha256): Promise<SnapshotFiles> => {
  const describe = (file: DescribedFile) => described(file, sha256);
  const data = (await reportFiles(report)).map(describe);
  const pages = reportPages(
    report,
    data.map(({ published }) => published),
  );
  const all = [...data, ...pages.map(describe)];
  const digest = sha256(all.map(({ published }) => published.sha256).join('\n'));
  const number = String(report.number).padStart(NUMBER_DIGITS, '0');
  const snapshot = `${number}-${digest.slice(0, DIGEST_DIGITS)}`;
  const description = new TextEncoder().encode(dataPackage(report, snapshot, all));
  return {
    record: {
      number: report.number,
      snapshot,
      kind: report.kind,
      asOf: report.asOf,
      files: [
        ...all.map(({ published }) => published),
        publishedFile(DATA_PACKAGE_PATH, description, sha256),
      ],
    },
    files: [
      ...all.map(({ file: { path, mediaType }, body }) => ({ path, mediaType, body })),
      { path: DATA_PACKAGE_PATH, mediaType: 'application/json', body: description },
    ],
  };
};
