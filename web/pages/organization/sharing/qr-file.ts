import { qrPath } from '../../../form/qr/qr-path.ts';

/** The QR code of a text as a file of its own, for whoever lays out something with it. */
export const qrFile = (text: string): string => {
  const { size, path } = qrPath(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 10}" height="${size * 10}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`;
};
