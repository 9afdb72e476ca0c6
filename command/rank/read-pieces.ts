import type { FileHandle } from 'node:fs/promises';

const PIECE_BYTES = 256 * 1024;

/** A file's bytes in pieces; each piece overwrites the one before. */
export async function* readPieces(file: Pick<FileHandle, 'read'>): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(PIECE_BYTES);
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}
