// The page as a picture.

import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from '../support/browser.ts';

export async function takePicture(page: string, picture: string): Promise<void> {
  const browser = await chromium.launch(launchOptions());
  const tab = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await tab.goto(pathToFileURL(page).href);
  await tab.getByRole('main').screenshot({ path: picture });
  await browser.close();
}
