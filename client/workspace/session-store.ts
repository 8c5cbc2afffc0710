// Who is signed in on this device, and the workspace that belongs to them. All tabs work for one person: when one tab
// changes who it is, the others follow.

import { defineStore } from 'pinia';
import { computed, nextTick, shallowRef } from 'vue';
import { t, tellTimeIn } from '#client/i18n/index.ts';
import { toast } from '#client/ui/index.ts';
import type { Session } from '#shared/people/api.ts';
import { type Asked, askFor, askServer } from './ask.ts';
import {
  changeSession,
  clearJournals,
  currentPerson,
  deviceKey,
  finishSignOut,
  isSamePerson,
  leave,
  type PersonHere,
  rememberPerson,
} from './device.ts';
import { askToKeep } from './storage.ts';
import { listenToOtherTabs, tellOtherTabs } from './tabs.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export type SignInResult = 'ok' | 'wrong' | 'left' | 'too-many' | 'maintenance' | 'failed' | 'captive' | 'unreachable';

export const useSession = defineStore('session', () => {
  const workspace = shallowRef<Workspace | null>(null);
  const person = computed(() => workspace.value?.person ?? null);

  /** Opens what was open when the app was last closed; needs no network. */
  async function restore(): Promise<void> {
    const known = await currentPerson();
    await show(known);
    if (!known) void finishSignOut(fetch);
    listenToOtherTabs({ told: () => void follow().then(() => workspace.value?.syncNow()), awake: () => void follow() });
  }

  async function show(next: PersonHere | null): Promise<void> {
    const before = workspace.value;
    askFor(next);
    tellTimeIn(next?.timeZone);
    workspace.value = next && openWorkspace(next, () => void follow());
    // Its forms go now; what was typed in them stays that person's.
    await nextTick();
    await before?.close();
  }

  /** Works for whoever uses the device now, if that changed. */
  async function follow(): Promise<void> {
    const known = await currentPerson();
    const before = person.value;
    if (isSamePerson(known, before)) return;
    await show(known);
    if (before) toast(known ? t.account.otherPerson(known.name) : t.account.leftElsewhere(before.name));
  }

  function signIn(nip: string, password: string): Promise<SignInResult> {
    return changeSession(async () => {
      await follow();
      const key = await deviceKey();
      const asked = await askServer<unknown>('/api/session', { nip, password, ...(key && { key: key.publicKey }) });
      if (!asked.ok) return whyNot(asked);
      if (!isSession(asked.value)) return 'captive';
      await rememberPerson(asked.value, new Date());
      tellOtherTabs();
      await show(await currentPerson());
      void askToKeep();
      return 'ok';
    });
  }

  /** Ends the session here, and in the other tabs of this device. */
  async function signOut(): Promise<void> {
    const open = workspace.value;
    if (!open) return;
    const now = new Date();
    await leave(open.person, open.db, now);
    tellOtherTabs();
    await show(await currentPerson());
    void finishSignOut(fetch);
    void clearJournals(now);
  }

  return { workspace, person, restore, signIn, signOut };
});

/** The workspace on a screen that only a signed-in person reaches. */
export function useWorkspace(): Workspace {
  const { workspace } = useSession();
  if (!workspace) throw new Error('no one is signed in');
  return workspace;
}

function whyNot({ why, code }: Extract<Asked<unknown>, { ok: false }>): SignInResult {
  if (code === 'wrong-credentials') return 'wrong';
  if (code === 'left') return 'left';
  if (code === 'too-many-requests') return 'too-many';
  if (why === 'network') return 'unreachable';
  return why === 'maintenance' || why === 'captive' ? why : 'failed';
}

function isSession(content: unknown): content is Session {
  const candidate = content as Partial<Session> | null;
  return typeof candidate?.employeeId === 'string' && typeof candidate.agencyId === 'string';
}
