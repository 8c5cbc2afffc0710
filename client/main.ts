// Starts the app: opens what was open on this device, then shows it. Needs no network.

import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { clearJournals } from './device.ts';
import { useSession } from './features/account/index.ts';
import { pointAfterSubmit } from './forms/first-error.ts';
import { keepUpdated } from './pwa.ts';
import { createAppRouter } from './router.ts';
import { startAnewAfterBack } from './sync/index.ts';
import { applyTheme } from './theme.ts';
import './ui/theme.css';

async function start(): Promise<void> {
  startAnewAfterBack(window);
  applyTheme();
  pointAfterSubmit(document);
  const app = createApp(App).use(createPinia());
  // Before the router: which screens may be opened depends on who is signed in.
  await useSession().restore();
  app.use(createAppRouter()).mount('#app');
  if (import.meta.env.PROD) keepUpdated();
  void clearJournals(new Date());
}

void start();
