// What axe finds on a page as it is, within a part of it or on the whole.

import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Each rule that is broken, with the elements that break it. The rules stay in the page until it is loaded anew. */
export async function brokenRules(page: Page, within = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (part) => {
    const { axe: rules } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await rules.run(part, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`);
  }, within);
}
