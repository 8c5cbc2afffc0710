// How the installed app presents itself: name, icons, shortcuts, screenshots (W3C Web Application Manifest).

import type { ManifestOptions } from 'vite-plugin-pwa';

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Kerjaku · Kinerja ASN',
  short_name: 'Kerjaku',
  description: 'Rencanakan SKP, catat kegiatan harian, dan setujui pekerjaan, juga tanpa jaringan.',
  lang: 'id',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f3f6f4',
  theme_color: '#0b5d53',
  categories: ['productivity', 'government'],
  icons: [
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  shortcuts: [
    { name: 'Catat kegiatan', url: '/kegiatan/baru', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
    { name: 'Tim', url: '/persetujuan', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
  ],
  screenshots: [
    { src: '/screenshots/phone.png', sizes: '360x800', type: 'image/png', form_factor: 'narrow', label: 'Hari ini' },
    { src: '/screenshots/pc.png', sizes: '1366x768', type: 'image/png', form_factor: 'wide', label: 'Hari ini' },
  ],
};
