// WebKitGTK's MiniBrowser by WebDriver, on a screen of its own that nobody sees.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Builder, By, Capabilities, type WebDriver, type WebElement } from 'selenium-webdriver';
import { freePort } from '#server/db/free-port.ts';
import { type Driver, SETTINGS, type Size } from './driver.ts';

const START_MS = 20_000;
const STEADY_MS = 200;

/** As root there is no sandbox to be had, and no machine of ours has a graphics card. */
const QUIET = {
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  LIBGL_ALWAYS_SOFTWARE: '1',
};

/** The bar of addresses would be wider than a phone, and the page with it. */
const NARROW_BAR = '* { min-width: 0; padding: 0; margin: 0; border: none; font-size: 4px; }';

export async function openWebKit(webDriver: string, size: Size): Promise<Driver> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const port = await freePort();
  const profile = await mkdtemp(join(tmpdir(), 'kerjaku-webkit-'));
  await mkdir(join(profile, 'gtk-3.0'));
  await writeFile(join(profile, 'gtk-3.0/gtk.css'), NARROW_BAR);
  const [number] = await once(screen.stdio[3] as NodeJS.ReadableStream, 'data');
  const env = { ...process.env, ...SETTINGS, ...QUIET, DISPLAY: `:${String(number).trim()}`, XDG_CONFIG_HOME: profile };
  const service = spawn(webDriver, ['--host=127.0.0.1', `--port=${port}`], { env, stdio: 'ignore' });
  await listening(port);
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities(new Capabilities({ browserName: 'MiniBrowser' }))
    .build();
  await session
    .manage()
    .window()
    .setRect({ ...size, x: 0, y: 0 });
  return new WebKitDriver(session, [service, screen], profile);
}

async function listening(port: number): Promise<void> {
  const until = Date.now() + START_MS;
  while (!(await fetch(`http://127.0.0.1:${port}/status`).catch(() => null))?.ok) {
    if (Date.now() > until) throw new Error('WebKitWebDriver did not start');
    await sleep(100);
  }
}

const placeOf = async (element: WebElement) => JSON.stringify(await element.getRect());

class WebKitDriver implements Driver {
  readonly #session: WebDriver;
  readonly #processes: ChildProcess[];
  readonly #profile: string;

  constructor(session: WebDriver, processes: ChildProcess[], profile: string) {
    this.#session = session;
    this.#processes = processes;
    this.#profile = profile;
  }

  async open(address: string): Promise<void> {
    await this.#session.get(address);
  }

  async reload(): Promise<void> {
    await this.#session.navigate().refresh();
  }

  async shows(path: string): Promise<boolean> {
    return (await this.#visible(path)) !== null;
  }

  async press(path: string): Promise<void> {
    const element = await this.#seen(path);
    await this.#session.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
    await this.#steady(element);
    await element.click();
  }

  async type(path: string, text: string): Promise<void> {
    const field = await this.#seen(path);
    await field.clear();
    await field.sendKeys(text);
  }

  async choose(path: string, option: number): Promise<void> {
    const list = await this.#seen(path);
    const options = await list.findElements(By.css('option'));
    await options[option]?.click();
  }

  async attach(path: string, file: string): Promise<void> {
    await this.#session.findElement(By.xpath(path)).sendKeys(file);
  }

  async ask<Answer>(script: string): Promise<Answer> {
    return this.#session.executeAsyncScript<Answer>(
      `const done = arguments[arguments.length - 1]; Promise.resolve(${script}).then(done)`,
    );
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#session.takeScreenshot(), 'base64');
  }

  async close(): Promise<void> {
    await this.#session.quit().catch(() => undefined);
    for (const child of this.#processes) {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await ended;
    }
    await rm(this.#profile, { recursive: true, force: true });
  }

  async #visible(path: string): Promise<WebElement | null> {
    for (const element of await this.#session.findElements(By.xpath(path))) {
      if (await element.isDisplayed().catch(() => false)) return element;
    }
    return null;
  }

  /** Waits until it does not move any more: a press is aimed at a place, and what moved away is missed. */
  async #steady(element: WebElement): Promise<void> {
    let place = '';
    for (let now = await placeOf(element); now !== place; now = await placeOf(element)) {
      place = now;
      await sleep(STEADY_MS);
    }
  }

  async #seen(path: string): Promise<WebElement> {
    const element = await this.#visible(path);
    if (!element) throw new Error(`nothing to be seen of ${path}`);
    return element;
  }
}
