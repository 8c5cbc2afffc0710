// Chromium by its own protocol and Firefox by WebDriver BiDi. Each session has a profile of its own.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type LaunchOptions, type Page } from 'puppeteer-core';
import { type Driver, SETTINGS, type Size } from './driver.ts';

const STEADY_MS = 10_000;

export async function openWithPuppeteer(options: LaunchOptions, size: Size): Promise<Driver> {
  const profile = await mkdtemp(join(tmpdir(), 'kerjaku-browser-'));
  const browser = await puppeteer.launch({
    ...options,
    ...{ userDataDir: profile, headless: true, env: { ...process.env, ...SETTINGS } },
  });
  const [page = await browser.newPage()] = await browser.pages();
  await page.setViewport(size);
  return new PuppeteerDriver(browser, page, profile);
}

class PuppeteerDriver implements Driver {
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #profile: string;

  constructor(browser: Browser, page: Page, profile: string) {
    this.#browser = browser;
    this.#page = page;
    this.#profile = profile;
  }

  async open(address: string): Promise<void> {
    await this.#page.goto(address);
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async shows(path: string): Promise<boolean> {
    return (await this.#visible(path)) !== null;
  }

  async press(path: string): Promise<void> {
    const element = await this.#seen(path);
    // As a person would: not at the edge, where the bar of the menu lies over it.
    await element.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    // A locator waits until nothing moves below the finger any more.
    await element.asLocator().setTimeout(STEADY_MS).click();
  }

  async type(path: string, text: string): Promise<void> {
    const field = await this.#seen(path);
    await field.evaluate((element) => (element as HTMLInputElement).select());
    await field.press('Delete');
    await field.type(text);
  }

  async choose(path: string, option: number): Promise<void> {
    const list = await this.#seen(path);
    await list.select(
      await list.evaluate((element, at) => (element as HTMLSelectElement).options[at]?.value ?? '', option),
    );
  }

  async attach(path: string, file: string): Promise<void> {
    const picker = (await this.#page.$(`xpath/${path}`)) as ElementHandle<HTMLInputElement> | null;
    if (!picker) throw new Error(`no picker ${path}`);
    await picker.uploadFile(file);
  }

  async ask<Answer>(script: string): Promise<Answer> {
    return (await this.#page.evaluate(script)) as Answer;
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#page.screenshot());
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await rm(this.#profile, { recursive: true, force: true });
  }

  async #visible(path: string): Promise<ElementHandle | null> {
    for (const element of await this.#page.$$(`xpath/${path}`)) if (await element.isVisible()) return element;
    return null;
  }

  async #seen(path: string): Promise<ElementHandle> {
    const element = await this.#visible(path);
    if (!element) throw new Error(`nothing to be seen of ${path}`);
    return element;
  }
}
