import jsQr from 'jsqr';
import type { Page } from 'playwright-core';

/** Draws the code as a camera would see it: dark modules on white, 8 pixels each. */
const DRAW = `(() => {
  const svg = document.querySelector('.qr');
  const side = svg.viewBox.baseVal.width * 8;
  const context = Object.assign(document.createElement('canvas'), { width: side, height: side })
    .getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  context.scale(8, 8);
  context.fillStyle = '#000';
  context.fill(new Path2D(svg.querySelector('path').getAttribute('d')));
  return { side, pixels: [...context.getImageData(0, 0, side, side).data] };
})()`;

/** What the QR code on a page says. */
export const readQr = async (page: Page): Promise<string | undefined> => {
  const { side, pixels } = await page.evaluate<{ side: number; pixels: number[] }>(DRAW);
  return jsQr.default(Uint8ClampedArray.from(pixels), side, side)?.data;
};
