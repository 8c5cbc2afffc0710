/// <reference types="vite/client" />
/// <reference types="vite-plugin-pwa/client" />

/** From package.json, at build time. */
declare const __APP_VERSION__: string;
