/** What should be a ZIP archive is none that could be read. */
export class NotAnArchiveError extends Error {
  override readonly name = 'NotAnArchiveError';
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** Midnight of January 1, 1980, where the clock of ZIP begins: the time's and the date's 16 bits. */
const BEGINNING = 0x0021_0000;

/**
 * The same archive with every entry's time of change set to the beginning of ZIP's clock, in the
 * directory at its end and before each entry: archives of equal files are then equal bytes.
 *
 * Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * @param archive without a comment, as a writer of workbooks makes it
 * @throws NotAnArchiveError where the directory is not where it should be
 */
export const withoutClock = (archive: Uint8Array): Uint8Array => {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END_LENGTH;
  requireSignature(view, end, END_SIGNATURE);
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    requireSignature(view, entry, ENTRY_SIGNATURE);
    view.setUint32(entry + 12, BEGINNING, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, BEGINNING, true);
    const name = view.getUint16(entry + 28, true);
    const extra = view.getUint16(entry + 30, true);
    entry += ENTRY_LENGTH + name + extra + view.getUint16(entry + 32, true);
  }
  return bytes;
};

const requireSignature = (view: DataView, at: number, signature: number): void => {
  if (at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature) return;
  throw new NotAnArchiveError(`no record of a ZIP archive at byte ${at}`);
};
