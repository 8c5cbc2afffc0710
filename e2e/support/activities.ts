// What a person does with activities on the screen, by the words they read.

import { expect, type Page } from '@playwright/test';
import { sql } from 'kysely';
import type { ServerProcess } from './server.ts';

export interface Typed {
  title: string;
  minutes?: number;
  quantity?: number;
  unit?: string;
  /** There is no RHK to choose yet. */
  planless?: boolean;
}

export async function logActivity(page: Page, typed: Typed): Promise<void> {
  await page.getByRole('link', { name: 'Catat kegiatan' }).first().click();
  await fillActivity(page, typed);
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page.getByRole('heading', { name: 'Catat kegiatan' })).toBeHidden();
}

export async function fillActivity(
  page: Page,
  { title, minutes = 60, quantity = 1, unit = 'unit', planless = false }: Typed,
) {
  await page.getByLabel('Apa yang dikerjakan').fill(title);
  const result = page.getByLabel('Mendukung RHK');
  if (!planless && !(await result.inputValue())) await result.selectOption({ index: 1 });
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

/** The titles that the server holds of a person's work, as often as it holds them; only of one state where it is named. */
export async function storedTitles(
  server: ServerProcess,
  employee: string,
  like: string,
  state: string | null = null,
): Promise<string[]> {
  const { rows } = await sql<{ title: string }>`
    select title from activity
    where scope_id = ${`w:${employee}`} and title like ${like} and not deleted and (${state}::text is null or state = ${state})
    order by title`.execute(await server.database());
  return rows.map(({ title }) => title);
}
