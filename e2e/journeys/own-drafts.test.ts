// What is typed belongs to its form: another tab takes no word of it away.

import { fillActivity } from '../support/activities.ts';
import { EMPLOYEE } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('two tabs with the same form: what is typed in one is there after the other one saved', async ({ newDevice }) => {
  const phone = await newDevice();
  const first = await phone.signIn(EMPLOYEE);
  await first.goto(`${phone.network.origin}/kegiatan/baru`);
  const second = await phone.context.newPage();
  await second.goto(`${phone.network.origin}/kegiatan/baru`);
  const title = second.getByLabel('Apa yang dikerjakan');
  await title.fill('Diketik di tab kedua');
  await second.waitForTimeout(700);
  await first.bringToFront();
  await fillActivity(first, { title: 'Diketik di tab pertama' });
  await first.waitForTimeout(700);
  await second.reload();
  await expect(title).toHaveValue('Diketik di tab kedua');
  await expect(second.getByText('Ada isian lain yang belum disimpan')).toBeVisible();
  await first.getByRole('button', { name: 'Simpan' }).click();
  await expect(first.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
  await second.reload();
  await expect(title).toHaveValue('Diketik di tab kedua');
  await expect(second.getByText('Ada isian lain yang belum disimpan')).toBeHidden();
});
