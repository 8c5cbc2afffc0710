// A phone or an office PC: a real Chromium with a profile folder of its own, so that it can be closed and opened again
// as a person would, with or without a network.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import { launchOptions } from './browser.ts';
import { Network, type Pace } from './network.ts';
import type { Person } from './people.ts';

export interface DeviceOptions {
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** The time that the browser believes it is; else the machine's. */
  time?: Date;
  /** The language of the browser; else Indonesian. */
  locale?: string;
  /** What its line carries; else all there is. */
  pace?: Pace;
  /** A browser that also does things on its own, such as Background Sync; else one that does only what its pages do. */
  whole?: boolean;
  /** The browser is opened on an empty page; else on the app. */
  empty?: boolean;
}

export const PHONE = { width: 360, height: 800 };
export const PC = { width: 1366, height: 768 };

/** An address without a screen, and what is said there. */
const NOWHERE = '/tidak-ada';
const NOTHING_THERE = 'Halaman tidak ada';

export class Device {
  readonly network: Network;
  readonly profile: string;
  #options: DeviceOptions;
  #context: BrowserContext | null = null;
  #offline = false;

  private constructor(network: Network, profile: string, options: DeviceOptions) {
    this.network = network;
    this.profile = profile;
    this.#options = options;
  }

  static async create(serverPort: number, options: DeviceOptions = {}): Promise<Device> {
    const profile = await mkdtemp(join(tmpdir(), 'kerjaku-device-'));
    const device = new Device(await Network.to(serverPort), profile, options);
    device.network.slow(options.pace ?? null);
    await device.open();
    return device;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is closed');
    return this.#context;
  }

  get page(): Page {
    const page = this.context.pages().at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  }

  /** Opens the browser, and the app in it. */
  async open(): Promise<Page> {
    const { viewport = PHONE, colorScheme = 'light', locale = 'id-ID' } = this.#options;
    this.#context = await chromium.launchPersistentContext(this.profile, {
      ...launchOptions(this.#options.whole),
      ...{ viewport, colorScheme, locale, reducedMotion: 'reduce' },
      // Not the agency's: nothing may depend on the zone of the device.
      timezoneId: 'America/Lima',
    });
    this.#context.setDefaultTimeout(30_000);
    if (this.#options.time) await this.#context.clock.setFixedTime(this.#options.time);
    await this.#context.setOffline(this.#offline);
    if (!this.#options.empty) await this.page.goto(this.network.origin);
    return this.page;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  /** Cuts the network of the device, or restores it; stays so when the browser is opened again. */
  async setOffline(offline: boolean): Promise<void> {
    this.#offline = offline;
    if (offline) this.network.cut();
    else this.network.restore();
    await this.#context?.setOffline(offline);
  }

  async signIn(person: Person): Promise<Page> {
    const { page } = this;
    await page.getByLabel('NIP').fill(person.nip);
    await page.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible({ timeout: 30_000 });
    await this.expectState(/Semua terkirim/);
    await this.expectInstalled();
    return page;
  }

  /** Sets the clock of a browser that was given a time. */
  async setTime(time: Date): Promise<void> {
    this.#options = { ...this.#options, time };
    await this.context.clock.setFixedTime(time);
  }

  /** The sentence that tells how the sync stands, in its place on every screen. */
  async expectState(words: string | RegExp, options = { timeout: 30_000 }): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words }).first()).toBeVisible(options);
  }

  /** The phone works, but the network asks for nothing and brings nothing back. */
  async loseAnswers(): Promise<void> {
    this.network.loseAnswers();
    await this.context.setOffline(false);
  }

  /** The service worker has what it needs to open the screens of an employee's day without a network. */
  async expectUsableOffline(): Promise<void> {
    await this.page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  }

  /** The service worker has everything it needs to open any screen without a network. */
  async expectInstalled(): Promise<void> {
    await this.page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const kept = new Promise((done) => {
        port1.onmessage = done;
      });
      active?.postMessage({ type: 'KEEP_ALL' }, [port2]);
      await kept;
    });
  }

  /** Opens a screen within the open app, as a link in it does: the app is not loaded anew. */
  async visit(path: string): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1 });
    // By way of a screen that has nothing: what stands there afterwards is the wanted one, also where both are of one kind.
    for (const address of [NOWHERE, path]) {
      await this.page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate', { state: null }));
      }, address);
      const shown = heading.filter(address === NOWHERE ? { hasText: NOTHING_THERE } : { hasNotText: NOTHING_THERE });
      await expect(shown.first(), address).toBeVisible();
    }
  }

  async goTo(place: 'Hari ini' | 'Kegiatan' | 'SKP' | 'Evaluasi' | 'Tim' | 'Akun' | 'Kelola'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: place }).first().click();
  }

  /** Null where the browser is closed. */
  async screenshot(): Promise<Buffer | null> {
    const page = this.#context?.pages().at(-1);
    return (await page?.screenshot().catch(() => null)) ?? null;
  }

  async discard(): Promise<void> {
    await this.close();
    this.network.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}
