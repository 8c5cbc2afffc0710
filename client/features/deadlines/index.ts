export { useReminderCount } from './use-reminder-count.ts';
