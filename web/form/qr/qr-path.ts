import encodeQR from 'qr';

/** A QR code as one path over a square of `size` modules, the quiet zone of 4 included. */
export type QrPath = { readonly size: number; readonly path: string };

/** The path that draws the dark modules of a text's QR code, a horizontal run at a time. */
export const qrPath = (text: string): QrPath => {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const runs = modules.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? row.length : end) - x}v1H${x}z`;
    }),
  );
  return { size: modules.length, path: runs.join('') };
};
