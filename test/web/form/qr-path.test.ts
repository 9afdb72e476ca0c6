import jsQr from 'jsqr';
import { expect, test } from 'vitest';
import { type QrPath, qrPath } from '../../../web/form/qr/qr-path.ts';

const MODULE_PIXELS = 4;

/** Paints the path as its commands say: runs of dark modules on white. */
const paint = ({ size, path }: QrPath) => {
  const side = size * MODULE_PIXELS;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = 0; row < MODULE_PIXELS; row += 1) {
      for (let column = 0; column < Number(length) * MODULE_PIXELS; column += 1) {
        const at = (Number(y) * MODULE_PIXELS + row) * side + Number(x) * MODULE_PIXELS + column;
        pixels.fill(0, at * 4, at * 4 + 3);
      }
    }
  }
  return { pixels, side };
};

test('qrPath(text) draws a code that reads as the text, with a quiet zone of 4', () => {
  const text = `https://poll.example.org/p/calls-to-action/harbor-lights?lang=es#${'aZ9_-'.repeat(5)}`;
  const code = qrPath(text);
  const { pixels, side } = paint(code);
  expect(jsQr.default(pixels, side, side)?.data).toBe(text);
  const xs = [...code.path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...xs)).toBe(4);
});
