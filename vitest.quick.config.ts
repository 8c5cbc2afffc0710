// While working: the rules, the questions and the engine, without PostgreSQL and without a browser.
import { mergeConfig } from 'vitest/config';
import whole from './vitest.config.ts';

const quick = mergeConfig(whole, {});
quick.test = { ...quick.test, include: ['{client,shared}/**/*.test.ts'], globalSetup: [] };
export default quick;
