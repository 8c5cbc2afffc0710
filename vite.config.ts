import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import tailwind from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from '#client/manifest.ts';
import { FILES, fileName } from './vite.files.ts';

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
    // The service worker is written at the very end.
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const file = new URL('dist/sw.js', import.meta.url);
        const source = readFileSync(file);
        await writeFile(`${file.pathname}.br`, await packBrotli(source, quality));
        await writeFile(`${file.pathname}.gz`, await packGzip(source, { level: 9 }));
      },
    },
  };
}

/** Ends a build whose files import each other in a circle: one of them would run before what it stands on. */
function noCircles(): Plugin {
  return {
    name: 'no-circles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const clear = new Set<string>();
      const follow = (file: string, path: string[]): void => {
        if (path.includes(file)) this.error(`files import each other: ${[...path, file].join(' > ')}`);
        const chunk = bundle[file];
        if (clear.has(file) || chunk?.type !== 'chunk') return;
        for (const imported of chunk.imports) follow(imported, [...path, file]);
        clear.add(file);
      };
      for (const file of Object.keys(bundle)) follow(file, []);
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
        globIgnores: ['screenshots/**', 'assets/of-workers/workbook-*'],
      },
      devOptions: { enabled: false },
    }),
    noCircles(),
    precompressed(),
  ],
  // Parts of the PDF library that make pictures of pages and SVG: nothing here uses them.
  resolve: {
    alias: Object.fromEntries(['html2canvas', 'canvg', 'dompurify'].map((name) => [name, notUsed])),
  },
  worker: {
    format: 'es',
    rolldownOptions: {
      output: {
        entryFileNames: fileName,
        chunkFileNames: 'assets/of-workers/[name]-[hash].js',
      },
    },
  },
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
          groups: FILES,
        },
        chunkFileNames: fileName,
        assetFileNames: ({ names }) =>
          `assets/${names.some((name) => name.endsWith('.ttf')) ? 'papers/' : ''}[name]-[hash][extname]`,
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
