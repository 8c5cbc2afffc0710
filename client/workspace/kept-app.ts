// The app on the device: kept there once the person's own work is through, and updates that wait for the person.

import { readonly, shallowRef } from 'vue';
import { Workbox } from 'workbox-window';
import { showTypeface } from './theme.ts';

/** How often a page that stays open looks for a new version. */
const LOOK_MS = 60 * 60_000;

/** So long a new version may take to install itself, and then to take over. */
const TAKE_OVER_MS = 30_000;

const updateReady = shallowRef(false);
let reloading = false;

export const update = { ready: readonly(updateReady), take, dismiss };

/** So long a first visit waits for the person's own work before the app is kept on the device all the same. */
const FIRST_WORK_MS = 60_000;

/** Whether the app is kept on this device already: a first visit has the whole line for what the person waits for. */
const isKept = () => Boolean(navigator.serviceWorker?.controller);

let workbox: Workbox | null = null;
let askedForAll = false;

export function keepUpdated(): void {
  if (!('serviceWorker' in navigator)) return;
  followUpdates(navigator.serviceWorker);
  if (isKept()) {
    showTypeface();
    void register();
  } else setTimeout(() => void register(), FIRST_WORK_MS);
}

/** A first service worker that did not get its files is gone: the next call brings it again. */
async function register(): Promise<void> {
  const isFirst = workbox === null;
  workbox ??= watched(new Workbox('/sw.js'));
  if (!isFirst && (await navigator.serviceWorker.getRegistration())) return;
  await workbox.register().catch((error) => console.error(error));
}

function watched(one: Workbox): Workbox {
  one.addEventListener('waiting', () => {
    updateReady.value = true;
  });
  setInterval(() => void one.update(), LOOK_MS);
  return one;
}

/** The person's own work is through: the app is kept here now, and what a new device does not need for it follows. */
export async function keepAllFiles(): Promise<void> {
  showTypeface();
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  await register();
  if (askedForAll) return;
  // Once by each page: later there is nothing left to bring.
  askedForAll = true;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: 'KEEP_ALL' });
}

/**
 * One version for all tabs: as soon as one takes the new version the others start with it as well. Their old one would
 * find its files neither on the device nor at the server.
 */
function followUpdates(container: ServiceWorkerContainer): void {
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The first service worker takes over the page that installed it: the same version.
    if (controlled) reload();
    controlled = true;
  });
}

/** Half-typed forms are safe: they are drafts in the database. */
function reload(): void {
  if (reloading) return;
  reloading = true;
  location.reload();
}

/** Takes the version that waits, or the one that the server asks for. Whatever becomes of it, the app starts anew. */
async function take(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration && !registration.waiting) await registration.update().catch(() => undefined);
  const coming = registration?.waiting ?? registration?.installing;
  if (!coming) return reload();
  setTimeout(reload, TAKE_OVER_MS);
  await isInstalled(coming);
  // Then it takes over all tabs, and they reload.
  coming.postMessage({ type: 'SKIP_WAITING' });
}

function isInstalled(worker: ServiceWorker): Promise<void> {
  return new Promise((done) => {
    const look = () => worker.state !== 'installing' && done();
    worker.addEventListener('statechange', look);
    look();
  });
}

function dismiss(): void {
  updateReady.value = false;
}
