// A person's hand at a screen: counts taps and keys, and what they take by the keystroke-level model (Card, Moran and
// Newell 1980), with the times of the people that the product is for.

import type { Locator, Page } from '@playwright/test';

/** Seconds a tap and a key take. */
const TIMES = { phone: { tap: 1.5, key: 0.6 }, PC: { tap: 1.1, key: 0.28 } };

/** What lies between two taps of a quick person; two within it at one place are a double tap, which is one wish. */
const BETWEEN_MS = 600;
/** No person's keys follow each other more quickly. */
const KEY_MS = 50;

export class Hand {
  readonly page: Page;
  readonly #at: keyof typeof TIMES;
  taps = 0;
  keys = 0;
  /** What is done to look at the result counts for nothing. */
  #counts = true;

  constructor(page: Page, at: keyof typeof TIMES) {
    this.page = page;
    this.#at = at;
  }

  get seconds(): number {
    const { tap, key } = TIMES[this.#at];
    return this.taps * tap + this.keys * key;
  }

  async tap(what: Locator): Promise<void> {
    await this.page.waitForTimeout(BETWEEN_MS);
    await what.click();
    if (this.#counts) this.taps += 1;
  }

  /** One tap opens the list, one chooses. */
  async choose(list: Locator, option: { index: number } | { label: string }): Promise<void> {
    await this.page.waitForTimeout(BETWEEN_MS);
    await list.selectOption(option);
    if (this.#counts) this.taps += 2;
  }

  /** Into the field; it is tapped, unless it has the keyboard already. Of what stands in it each letter is taken away. */
  async write(field: Locator, text: string): Promise<void> {
    const before = await field.inputValue();
    if (!(await field.evaluate((element) => element === document.activeElement))) await this.tap(field);
    await this.press('End', ...Array.from(before, () => 'Backspace'));
    if (this.#counts) this.keys -= 1; // A tap on a field puts the cursor behind what stands in it; a test's click does not.
    await this.type(text);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    if (this.#counts) this.keys += text.length;
  }

  async press(...names: string[]): Promise<void> {
    for (const name of names) {
      await this.page.keyboard.press(name);
      await this.page.waitForTimeout(KEY_MS);
    }
    if (this.#counts) this.keys += names.length;
  }

  /** With the tabulator alone. */
  async tabTo(what: Locator): Promise<void> {
    while (!(await what.evaluate((element) => element === document.activeElement))) {
      await this.press('Tab');
      if (this.keys > 200) throw new Error('the tabulator does not come there');
    }
  }

  async uncounted(act: () => Promise<void>): Promise<void> {
    this.#counts = false;
    await act();
    this.#counts = true;
  }
}
