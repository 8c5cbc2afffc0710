// What a person does with activities on the screen, by the words they read.

import { expect, type Page } from '@playwright/test';
import type { ServerProcess } from './server.ts';

export interface Typed {
  title: string;
  minutes?: number;
  quantity?: number;
  unit?: string;
}

export async function logActivity(page: Page, typed: Typed): Promise<void> {
  await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await fillActivity(page, typed);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
}

export async function fillActivity(page: Page, { title, minutes = 60, quantity = 1, unit = 'unit' }: Typed) {
  await page.getByLabel('Apa yang dikerjakan').fill(title);
  const result = page.getByLabel('Mendukung RHK');
  if (!(await result.inputValue())) await result.selectOption({ index: 1 });
  await page.getByLabel('Jumlah hasil').fill(String(quantity));
  await page.getByLabel('Satuan').fill(unit);
  await page.getByRole('radio', { name: 'Lamanya saja' }).check();
  await page.getByLabel('Lama (menit)').fill(String(minutes));
}

export async function openActivity(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByLabel('Apa yang dikerjakan')).toHaveValue(title);
}

export const entry = (page: Page, title: string | RegExp) => page.getByRole('listitem').filter({ hasText: title });

/** The titles that the server holds of a person's day, as often as it holds them. */
export async function storedTitles(server: ServerProcess, employee: string, like: string): Promise<string[]> {
  const db = await server.database();
  const rows = await db
    .selectFrom('activity' as never)
    .select('title' as never)
    .where('scopeId' as never, '=', `w:${employee}` as never)
    .where('title' as never, 'like', like as never)
    .where('deleted' as never, '=', false as never)
    .orderBy('title' as never)
    .execute();
  return (rows as { title: string }[]).map(({ title }) => title);
}
