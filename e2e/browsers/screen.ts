// A person before a browser, whichever it is: finds everything by the words on the screen, and waits for what comes.

import { expect } from '@playwright/test';
import { DEMO_PASSWORD } from '#server/demo/agency.ts';
import type { Person } from '../support/people.ts';
import type { Driver } from './driver.ts';

/** Before a person presses what has come. */
const READING_MS = 900;
const WAIT_MS = 60_000;

/** XPath 1.0 knows no escapes: a text is quoted by the mark that it does not contain. */
const quoted = (text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`);
const isNamed = (name: string) => `[normalize-space() = ${quoted(name)} or @aria-label = ${quoted(name)}]`;
const says = (text: string) => `[contains(normalize-space(), ${quoted(text)})]`;

const field = (label: string) => `//*[@id = //label${isNamed(label)}/@for] | //input${isNamed(label)}`;
const button = (name: string) => `//button${isNamed(name)} | //input[@type = 'radio']${isNamed(name)}`;
const link = (words: string[]) => `//a${words.map(says).join('')}`;
/** The innermost that says so: around it stand the list, the page, the document. */
const text = (words: string) => `//*${says(words)}[not(*${says(words)})]`;
const entry = (title: string, words: string) => `//li${says(title)}${says(words)}`;

export class Screen {
  readonly #driver: Driver;
  readonly #origin: string;

  constructor(driver: Driver, origin: string) {
    this.#driver = driver;
    this.#origin = origin;
  }

  async open(path = '/'): Promise<void> {
    await this.#driver.open(this.#origin + path);
  }

  /** Signed in, everything fetched, and able to start without a network. */
  async signIn({ nip }: Person): Promise<void> {
    await this.open();
    await this.fill('NIP', nip);
    await this.fill('Kata sandi', DEMO_PASSWORD);
    await this.press('Masuk');
    await this.see('Halo');
    await this.see('Semua terkirim');
    await this.#driver.ask(`navigator.serviceWorker.ready.then(({ active }) => new Promise((done) => {
      const look = () => (active.state === 'activated' ? done(true) : setTimeout(look, 100));
      look();
    }))`);
  }

  reload = (): Promise<void> => this.#driver.reload();
  fill = (label: string, typed: string) => this.#when(field(label), (path) => this.#driver.type(path, typed));
  choose = (label: string, option: number) => this.#when(field(label), (path) => this.#driver.choose(path, option));
  press = (name: string) => this.#when(button(name), (path) => this.#asPerson(path));
  /** A link that says all of this. */
  follow = (...words: string[]) => this.#when(link(words), (path) => this.#asPerson(path));
  see = (words: string) => this.#seen(text(words), true);
  notSee = (words: string) => this.#seen(text(words), false);
  seeHeading = () => this.#seen('//h1', true);
  /** An entry of a list, in a state. */
  seeEntry = (title: string, state: string) => this.#seen(entry(title, state), true);

  pressInEntry = (title: string, name: string) =>
    this.#when(`//li${says(title)}//button${isNamed(name)}`, (path) => this.#asPerson(path));

  async attach(picker: string, file: string): Promise<void> {
    await this.#driver.attach(field(picker), file);
  }

  /** By how much the page is wider than the screen, in CSS pixels. */
  overhang = () =>
    this.#driver.ask<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  screenshot = (): Promise<Buffer> => this.#driver.screenshot();
  close = (): Promise<void> => this.#driver.close();

  /** Not faster than a person: a tap on what the last one changed would be the second one of a double tap. */
  async #asPerson(path: string): Promise<void> {
    await new Promise((seen) => setTimeout(seen, READING_MS));
    await this.#driver.press(path);
  }

  async #seen(path: string, expected: boolean): Promise<void> {
    await expect
      .poll(() => this.#driver.shows(path).catch(() => !expected), { message: path, timeout: WAIT_MS })
      .toBe(expected);
  }

  /** As soon as it can be done: what is covered, moves or is drawn anew is tried again, as a person would. */
  async #when(path: string, act: (path: string) => Promise<void>): Promise<void> {
    await expect(() => act(path)).toPass({ timeout: WAIT_MS });
  }
}
