export { useSession, useWorkspace } from './session-store.ts';
