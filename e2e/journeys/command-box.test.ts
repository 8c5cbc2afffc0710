// The box that finds everything, by keys alone and without a network; the keyboard is never lost.

import { PC } from '../support/device.ts';
import { EMPLOYEE, SUPERVISOR } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('screens, acts and own entries are found by keys, offline, and the keyboard is never lost', async ({
  newDevice,
}) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(EMPLOYEE);
  await desk.setOffline(true);
  const box = page.getByRole('combobox', { name: 'Cari halaman, orang, kegiatan, atau tindakan' });
  const find = async (words: string) => {
    await page.keyboard.press('Control+k');
    await expect(box).toBeFocused();
    await page.keyboard.type(words);
  };
  await find('ringk');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Ringkasan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ringkasan' })).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();

  await find('lupa absen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Klarifikasi kehadiran' })).toBeVisible();

  await find('uji');
  const entries = page.getByRole('dialog').getByRole('option').filter({ hasText: 'Kegiatan,' });
  const title = ((await entries.nth(1).locator('span').first().textContent()) ?? '').trim();
  const count = await page.getByRole('dialog').getByRole('option').count();
  const at = count - (await entries.count()) + 1;
  for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
  await expect(entries.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/kegiatan\/[0-9a-f-]{36}$/);
  await expect
    .poll(
      async () =>
        (await page.getByRole('main').textContent())?.includes(title) ||
        (await page.getByLabel('Apa yang dikerjakan').inputValue()) === title,
    )
    .toBe(true);

  const link = page.getByRole('navigation').getByRole('link', { name: 'SKP' }).first();
  await link.focus();
  await find('tidak ada yang begini');
  await expect(page.getByRole('dialog')).toContainText('Tidak ditemukan');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(link).toBeFocused();
  // Nobody who leads nobody is shown a way that leads nowhere.
  await find('menit kerja tim');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(0);
});

test('a superior finds the people they lead', async ({ newDevice }) => {
  const desk = await newDevice({ viewport: PC });
  const page = await desk.signIn(SUPERVISOR);
  // Whoever knows what to type does not wait for the box.
  await page.getByRole('button', { name: /^Cari/ }).click();
  await page.keyboard.type('ridha');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('ridha');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: new RegExp(EMPLOYEE.name) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: EMPLOYEE.name })).toBeVisible();
});

test('each screen says in three sentences what it is for, and what its words mean, offline', async ({ newDevice }) => {
  const phone = await newDevice();
  const page = await phone.signIn(EMPLOYEE);
  await phone.setOffline(true);
  await phone.goTo('SKP');
  const ask = page.getByRole('button', { name: 'Bantuan', exact: true });
  await ask.click();
  const help = page.getByRole('dialog', { name: 'Bantuan halaman ini' });
  await expect(help.getByRole('paragraph')).toHaveCount(3);
  await expect(help).toContainText('Rencana Hasil Kerja');
  await page.keyboard.press('Escape');
  await expect(ask).toBeFocused();
  await page.getByText('Apa itu IKI?').click();
  await expect(page.getByText(/^Indikator Kinerja Individu/)).toBeVisible();
});
