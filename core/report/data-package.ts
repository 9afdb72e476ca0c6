import type { PublishedFile } from '../../schemas/release.ts';
import { openingWords } from './opening-words.ts';
import type { Report } from './report.ts';
import type { DescribedFile } from './report-files.ts';
import { titleOf } from './title-of.ts';

const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';
const RESOURCE_PROFILE = 'https://datapackage.org/profiles/2.0/dataresource.json';
const TABLE_PROFILE = 'https://datapackage.org/profiles/2.0/tableschema.json';

/** The last file of a snapshot: written when all others lie there. */
export const DATA_PACKAGE_PATH = 'datapackage.json';

const nameOf = (path: string): string => path.replaceAll('.', '-');

const tableSchema = (columns: NonNullable<DescribedFile['columns']>) => ({
  $schema: TABLE_PROFILE,
  fields: columns.map(({ name, type, description, values }) => ({
    name,
    type,
    description,
    ...(values && { constraints: { enum: values } }),
  })),
  missingValues: [{ value: '', label: 'withheld, or not defined: the status says which' }],
});

const resource = (file: DescribedFile, published: PublishedFile) => ({
  $schema: RESOURCE_PROFILE,
  name: nameOf(file.path),
  ...(file.columns && { type: 'table' }),
  path: file.path,
  description: file.description,
  format: file.path.split('.').at(-1),
  mediatype: file.mediaType.split(';')[0],
  ...(typeof file.content === 'string' && { encoding: 'utf-8' }),
  bytes: published.bytes,
  hash: `sha256:${published.sha256}`,
  ...(file.columns && { schema: tableSchema(file.columns) }),
});

/**
 * The snapshot's description after Data Package v2: every file with its bytes and SHA-256,
 * every column with its meaning, and what a missing value means.
 *
 * @param files the report's files, each with what was published of it, in the same order
 */
export const dataPackage = (
  report: Report,
  snapshot: string,
  files: readonly { readonly file: DescribedFile; readonly published: PublishedFile }[],
): string => {
  const document = {
    $schema: PROFILE,
    name: `${report.poll}-${snapshot}`,
    id: `${report.poll}/${snapshot}`,
    title: `${titleOf(report.definition.title, report.poll)}: ${report.kind} priorities${report.disclosureControl ? ' without disclosure control' : ''}`,
    description: openingWords(report).join('\n\n'),
    version: `1.0.${report.number}`,
    resources: files.map(({ file, published }) => resource(file, published)),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
};
