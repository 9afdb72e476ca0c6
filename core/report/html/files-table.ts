import type { PublishedFile } from '../../../schemas/release.ts';
import type { Wording } from '../wording/wording.ts';
import { dataTable } from './data-table.ts';
import { type Markup, markup } from './markup.ts';

/** The files of a release with their hashes. */
export const filesTable = (files: readonly PublishedFile[], { page, number }: Wording): Markup =>
  dataTable(
    page.filesNote,
    [page.file, page.bytes, page.hash],
    files.map(({ path, bytes, sha256 }) => [
      { content: path, heading: true },
      { content: number(bytes) },
      { content: markup`<code>${sha256}</code>` },
    ]),
  );
