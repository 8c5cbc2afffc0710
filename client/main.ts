// Starts the app: opens what was open on this device, then shows it. Needs no network.

import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { pointAfterSubmit } from './forms/first-error.ts';
import App from './shell/App.vue';
import { createAppRouter } from './shell/router.ts';
import { startAnewAfterBack } from './sync/index.ts';
import { clearJournals } from './workspace/device.ts';
import { keepUpdated } from './workspace/kept-app.ts';
import { useSession } from './workspace/session-store.ts';
import { applyTheme } from './workspace/theme.ts';
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
