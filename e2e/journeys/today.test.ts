// Today: the usual work at one tap, also without a network; the week, and the allowance, each leading to what it speaks of.

import { addDays } from '#shared/time/working-time.ts';
import { weekOf } from '#shared/work/rules/day-state.ts';
import { entry, storedTitles } from '../support/activities.ts';
import { EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

// A Thursday: the demo agency has no work on a Saturday.
const THURSDAY = '2026-11-26';
test.use({ time: new Date(`${THURSDAY}T02:00:00.000Z`) });

test('usual work is logged offline at one tap, in the quantity of the day and at a time that is free', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  const usual = page.getByRole('listitem').filter({ has: page.getByRole('group', { name: /^Jumlah / }) });
  const title = ((await usual.first().locator('p').first().textContent()) ?? '').trim();
  const amount = Number(await usual.first().getByRole('group').locator('span span').first().textContent());
  expect(amount).toBeGreaterThan(0);

  await phone.setOffline(true);
  await usual.first().getByRole('button', { name: 'Tambah' }).click();
  const quantity = usual
    .first()
    .getByRole('group')
    .getByText(`${amount + 1}`, { exact: true });
  await expect(quantity).toBeVisible();
  await page.reload();
  await expect(quantity).toBeVisible();
  await page.getByRole('button', { name: `Catat ${title}` }).click();
  await expect(usual.first()).toContainText('sudah dicatat');
  await page.getByRole('button', { name: `Catat lagi ${title}` }).click();
  await expect(usual.first()).toContainText('sudah dicatat 2 kali');

  const logged = entry(page, title).filter({ hasText: 'Draf' });
  await expect(logged).toHaveCount(2);
  await expect(logged.filter({ hasText: `${amount + 1} ` })).toHaveCount(1);
  const times = (await logged.allTextContents()).map((text) => /\d\d\.\d\d–\d\d\.\d\d/.exec(text)?.[0]);
  expect(new Set(times).size).toBe(2);
  await page.reload();
  await expect(logged).toHaveCount(2);

  await phone.setOffline(false);
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, title, 'draft')).toHaveLength(2);
});

test('usual works that are tapped one after another, quickly, are all logged', async ({ newDevice }) => {
  const phone = await newDevice({ viewport: { width: 360, height: 1600 } });
  const page = await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  const buttons = page.getByRole('button', { name: /^Catat ./ });
  await expect(buttons.nth(2)).toBeVisible();
  await page.waitForTimeout(600);
  for (const index of [0, 1, 2]) {
    const box = await buttons.nth(index).boundingBox();
    if (!box) throw new Error('the button is not there');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(240);
  }
  await expect(page.getByText('sudah dicatat')).toHaveCount(3);
});

test('a week that was forgotten is made up for, day by day, and goes to the superior in one act', async ({
  server,
  newDevice,
}) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  const [, tuesday = ''] = weekOf(addDays(THURSDAY, -7));
  await page.goto(`${phone.network.origin}/kegiatan/hari/${tuesday}`);
  const chips = page.getByRole('navigation', { name: 'Minggu ini' }).getByRole('listitem');
  await expect(chips).toHaveCount(7);
  const usual = page.getByRole('button', { name: /^Catat ./ });
  await usual.first().click();
  await expect(chips.locator('[aria-current=date]')).toHaveAccessibleName(/: belum dikirim$/);
  await expect(page.getByText(/^Batas pencatatan sudah lewat/)).toBeVisible();

  const wednesday = chips.getByRole('link').nth(2);
  const [day = ''] = /\p{L}+, \d+ \p{L}+ \d{4}/u.exec((await wednesday.textContent()) ?? '') ?? [];
  await wednesday.click();
  await expect(page.getByRole('heading', { level: 1, name: day })).toBeVisible();
  await usual.first().click();
  await page.getByRole('button', { name: 'Kirim semua draf minggu ini (2)' }).click();
  await expect(page.getByRole('button', { name: /^Kirim/ })).toHaveCount(0);
  await expect.poll(() => storedTitles(server, EMPLOYEE.id, '%', 'draft')).toHaveLength(0);
});

test('what holds up the allowance opens as itself', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await page
    .getByRole('button', { name: /^Catat ./ })
    .first()
    .click();
  const allowance = page.getByRole('region', { name: 'TPP bulan ini' });
  await expect(allowance).toContainText(/TPP Rp\s?[\d.]+ sampai hari ini/);
  await allowance.getByRole('link', { name: '1 belum dikirim' }).click();
  await expect(page.getByRole('heading', { name: 'Hanya yang belum dikirim bulan ini' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
});
