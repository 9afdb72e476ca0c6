import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { pageStyle } from '../../core/report/html/page-style.ts';

const STYLE = join(import.meta.dirname, 'style.css');

/** Puts the style sheet of `report.html` before the pages' own, for the same tables here. */
const reportStyle = (): Plugin => ({
  name: 'report-style',
  enforce: 'pre',
  transform: (code, id) => (id === STYLE ? `${pageStyle}${code}` : null),
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact({ devToolsEnabled: false }), reportStyle()],
  publicDir: false,
  build: {
    // What CSS and scripts there are, the page's policy allows as files of this origin alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: 'es2022',
  },
});
