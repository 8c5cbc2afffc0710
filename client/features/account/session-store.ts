// Who is signed in on this device, and the workspace that belongs to them.

import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { currentPerson, finishSignOut, forgetPerson, leave, rememberPerson } from '#client/device.ts';
import { askToKeep } from '#client/storage.ts';
import { openWorkspace, type Workspace } from '#client/workspace.ts';
import type { Problem, Session } from '#shared/protocol.ts';

export type SignInResult = 'ok' | 'wrong' | 'too-many' | 'maintenance' | 'failed' | 'captive' | 'unreachable';

export const useSession = defineStore('session', () => {
  const workspace = shallowRef<Workspace | null>(null);
  const person = computed(() => workspace.value?.person ?? null);

  /** Opens what was open when the app was last closed; needs no network. */
  async function restore(): Promise<void> {
    const known = await currentPerson();
    if (known) workspace.value = openWorkspace(known);
    else void finishSignOut(fetch);
  }

  async function signIn(nip: string, password: string): Promise<SignInResult> {
    const answer = await askForSession(nip, password);
    if (!answer) return 'unreachable';
    const { response, content } = answer;
    if (response.status === 401) return 'wrong';
    if (response.status === 429) return 'too-many';
    if (response.status === 503 && codeOf(content) === 'maintenance') return 'maintenance';
    if (!response.ok) return codeOf(content) ? 'failed' : response.status >= 500 ? 'unreachable' : 'captive';
    if (!isSession(content)) return 'captive';
    await rememberPerson(content, new Date());
    const known = await currentPerson();
    workspace.value?.close();
    workspace.value = known ? openWorkspace(known) : null;
    void askToKeep();
    return 'ok';
  }

  /** Ends the session here. With nothing left to send or to finish the person's data leaves the device; else it stays,
   * unseen by others. */
  async function signOut(): Promise<void> {
    const open = workspace.value;
    if (!open) return;
    const { unsent, drafts } = await leftBehind(open);
    await leave();
    await finishSignOut(fetch);
    workspace.value = null;
    open.close();
    if (unsent + drafts === 0) await forgetPerson(open.person, new Date());
  }

  return { workspace, person, restore, signIn, signOut };
});

/** What would be left on the device by a sign-out: entries, decisions and files not sent, and half-typed forms. */
export async function leftBehind({ db }: Workspace): Promise<{ unsent: number; drafts: number }> {
  const [queued, refused, files, drafts] = await Promise.all([
    db.outbox.count(),
    db.attention.count(),
    db.uploads.count(),
    db.drafts.count(),
  ]);
  return { unsent: queued + refused + files, drafts };
}

/** The workspace on a screen that only a signed-in person reaches. */
export function useWorkspace(): Workspace {
  const { workspace } = useSession();
  if (!workspace) throw new Error('no one is signed in');
  return workspace;
}

async function askForSession(nip: string, password: string) {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      body: JSON.stringify({ nip, password }),
      headers: { 'content-type': 'application/json' },
    });
    // A page in place of an answer is of a gateway, or of a network that wants a sign-in of its own.
    const content: unknown = await response.json().catch(() => null);
    return { response, content };
  } catch {
    return null;
  }
}

const codeOf = (content: unknown) => (content as Partial<Problem> | null)?.code;

function isSession(content: unknown): content is Session {
  const candidate = content as Partial<Session & Problem> | null;
  return typeof candidate?.employeeId === 'string' && typeof candidate.agencyId === 'string';
}
