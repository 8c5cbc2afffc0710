// A queue of more than a thousand entries on a processor six times slower: how long until it can be used, and how long a tap
// takes to be answered.

import type { Page } from '@playwright/test';
import { EMPLOYEE, SUPERVISOR } from '../../e2e/support/people.ts';
import { submitWork, titleOf } from '../../e2e/support/submitted-work.ts';
import { type Figure, median, spread } from '../measure.ts';
import { atPlace } from './place.ts';

const ENTRIES = 1058;
const SLOWER = 6;
const RUNS = 5;

/** Milliseconds from a click on one thing until another one is painted; both by the words of their buttons and links. */
const answerMs = (page: Page, what: { click: string; until: string }) =>
  page.evaluate(
    ({ click, until }) =>
      new Promise<number>((done, failed) => {
        const named = (pattern: string) =>
          [...document.querySelectorAll<HTMLElement>('button, a, input[type=checkbox]')].find((element) => {
            const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
            return new RegExp(pattern).test(words.trim()) && element.getClientRects().length > 0;
          });
        const pressed = named(click);
        if (!pressed) {
          failed(new Error(`nothing is called ${click}`));
          return;
        }
        const from = performance.now();
        const look = () => {
          // What is in the tree in one frame is painted before the next one.
          if (named(until)) requestAnimationFrame(() => done(performance.now() - from));
          else requestAnimationFrame(look);
        };
        pressed.click();
        requestAnimationFrame(look);
      }),
    what,
  );

export const thousandWaiting = (): Promise<Figure[]> =>
  atPlace('phone', { prepare: (server) => submitWork(server, [[EMPLOYEE, ENTRIES]]) }, async ({ device }) => {
    const page = await device.signIn(SUPERVISOR);
    const cdp = await device.context.newCDPSession(page);
    const opened: number[] = [];
    const ticked: number[] = [];
    for (let run = -1; run < RUNS; run += 1) {
      await page.waitForTimeout(1000);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      const open = await answerMs(page, { click: '^Tim', until: `Setujui ${ENTRIES.toLocaleString('id-ID')}$` });
      await page.waitForTimeout(1000);
      const tick = await answerMs(page, { click: `Kembalikan: ${titleOf(EMPLOYEE, 0)}$`, until: 'kembalikan 1$' });
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      if (run >= 0) {
        opened.push(open);
        ticked.push(tick);
      }
      await page.waitForTimeout(1000);
      await page.getByLabel(`Kembalikan: ${titleOf(EMPLOYEE, 0)}`, { exact: true }).click();
      await page.getByRole('navigation').getByRole('link', { name: 'Hari ini' }).first().click();
      await page.getByRole('heading', { name: /^Halo/ }).waitFor();
    }
    const [usable, tap] = [median(opened), median(ticked)];
    return [
      {
        what: `${ENTRIES} waiting entries, processor ${SLOWER}x slower, from the tap on Tim until they can be decided on, ms: median (min–max) of ${RUNS}`,
        measured: spread(opened, 0),
        against: '≤ 1,500; before: 45,000',
        holds: usable <= 1500,
      },
      {
        what: 'the same, from a tap on an entry until it is answered, ms',
        measured: spread(ticked, 0),
        against: '≤ 200; before: dead',
        holds: tap <= 200,
      },
    ];
  });
