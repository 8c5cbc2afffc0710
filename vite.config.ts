import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import tailwind from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from '#client/manifest.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The oldest browsers that Tailwind 4 styles; see docs/decisions. */
const BROWSERS = ['chrome111', 'edge111', 'safari16.4', 'firefox128'];

const notUsed = new URL('client/not-used.ts', import.meta.url).pathname;

/** Writes a .br and a .gz beside every text asset, so that the server compresses nothing while people wait. */
function precompressed(): Plugin {
  const packBrotli = promisify(brotliCompress);
  const packGzip = promisify(gzip);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  return {
    name: 'precompressed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(js|css|svg|html|ttf)$/.test(fileName)) continue;
          const source = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: await packBrotli(source, quality) });
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: await packGzip(source, { level: 9 }) });
        }
      },
    },
  };
}

export default defineConfig({
  root: 'client',
  define: { __APP_VERSION__: JSON.stringify(version) },
  plugins: [
    vue(),
    tailwind(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'sw.ts',
      injectRegister: false,
      registerType: 'prompt',
      manifest,
      // The reader of workbooks is heavy, and for the few who bring files to the server: it comes when it is asked for.
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,woff2,ttf,png}'],
        globIgnores: ['screenshots/**', 'assets/workbook-*'],
      },
      devOptions: { enabled: false },
    }),
    precompressed(),
  ],
  // Parts of the PDF library that make pictures of pages and SVG: nothing here uses them.
  resolve: {
    alias: Object.fromEntries(['html2canvas', 'canvg', 'dompurify'].map((name) => [name, notUsed])),
  },
  worker: { format: 'es' },
  build: {
    ...{ outDir: '../dist', emptyOutDir: true, target: BROWSERS, reportCompressedSize: false },
    // A screen that comes later asks for its parts itself: the list of the parts of each is a part of the first screen, and
    // once the service worker has everything no list makes anything quicker. Styles must be there before the screen.
    modulePreload: {
      resolveDependencies: (_file, parts, { hostType }) =>
        hostType === 'html' ? parts : parts.filter((part) => part.endsWith('.css')),
    },
    rolldownOptions: {
      // The front doors of rooms only pass things on: who takes one thing through them does not get the whole room.
      treeshake: {
        moduleSideEffects: [
          {
            test: /\/client\/(features\/[^/]+|features\/[^/]+\/[^/]+|forms|ui|i18n|sync|table-file)\/index\.ts$/,
            sideEffects: false,
          },
          { test: /\.vue($|\?vue)/, sideEffects: false },
        ],
      },
      output: {
        codeSplitting: {
          // What the first screen needs in two files: each passes through the service worker before the first line runs,
          // and thirty small ones take a slow phone half of its start. Libraries apart: an update seldom changes them.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 1 },
            { name: 'start', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
