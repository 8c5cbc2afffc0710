// The state of the sync in words: one sentence, always in the same place, and what the person can do about it.

import {
  Check,
  CheckCheck,
  CloudOff,
  CloudUpload,
  KeyRound,
  LoaderCircle,
  RefreshCw,
  TriangleAlert,
  Wifi,
  Wrench,
} from '@lucide/vue';
import { type Component, computed } from 'vue';
import { formatMoment, t } from '#client/i18n/index.ts';
import type { SyncStatus } from '#client/sync/index.ts';
import { type Lack, lackHere, secureAddress } from '#client/workspace/capabilities.ts';
import { useSession } from '#client/workspace/session-store.ts';
import { waitingFiles } from '#client/workspace/waiting-files.ts';
import { useLive, type Workspace } from '#client/workspace/workspace.ts';

export interface SyncState {
  icon: Component;
  tone: 'good' | 'waiting' | 'bad' | 'info';
  text: string;
  /** What it means for the person. */
  hint: string;
  waiting: number;
  /** Refused mutations and open conflicts. */
  needsYou: number;
  action: 'sign-in' | 'update' | null;
  retryAt: string | null;
}

interface Facts {
  status: SyncStatus;
  waiting: number;
  files: number;
  refused: number;
  needsYou: number;
  /** Entries that the superior does not have yet. */
  drafts: number;
}

async function read({ db, rows, scopes }: Workspace): Promise<Facts> {
  const [files, meta, waiting, refused, plan, work, drafts] = await Promise.all([
    waitingFiles(db, scopes.work),
    db.meta.get('status'),
    db.outbox.count(),
    db.attention.count(),
    rows('conflict').where('[scope+state]').equals([scopes.plan, 'open']).count(),
    rows('conflict').where('[scope+state]').equals([scopes.work, 'open']).count(),
    rows('activity').where('[scope+state]').equals([scopes.work, 'draft']).count(),
  ]);
  const status = (meta?.value ?? { kind: 'new' }) as SyncStatus;
  return { status, waiting, files: files.length, refused, needsYou: refused + plan + work, drafts };
}

export function useSyncState() {
  const session = useSession();
  const live = useLive(
    () => session.workspace,
    async (workspace) => (workspace ? read(workspace) : null),
  );
  return computed((): SyncState | null => {
    if (!live.value || !session.workspace) return null;
    const lack = lackHere();
    if (lack) return lacking(lack, live.value);
    // A new day makes yesterday's time of today a time of yesterday.
    session.workspace.today();
    return inWords(live.value, session.workspace.sending.value);
  });
}

/** Nothing is ever sent from here: told before all else. */
function lacking(lack: Lack, { waiting, needsYou }: Facts): SyncState {
  const what = lack === 'address' ? `${t.lacks.addressNote} ${secureAddress()}` : t.lacks.browserNote;
  return {
    ...{ icon: TriangleAlert, tone: 'bad', text: t.lacks[lack], hint: `${what}. ${t.lacks.kept}` },
    ...{ waiting, needsYou, action: null, retryAt: null },
  };
}

function inWords({ status, waiting, files, needsYou, refused, drafts }: Facts, sending: boolean): SyncState {
  const now = new Date();
  const saved = waiting > 0 ? t.sync.saved(waiting) : '';
  const common = { waiting, needsYou, action: null, retryAt: 'retryAt' in status ? status.retryAt : null };
  const trouble = (icon: Component, text: string, hint: string) =>
    ({ ...common, icon, tone: 'waiting', text: saved ? `${text} · ${saved}` : text, hint }) as const;

  switch (status.kind) {
    case 'maintenance':
      return trouble(
        Wrench,
        t.sync.maintenance(formatMoment(status.until, now)),
        status.message || t.sync.maintenanceHint,
      );
    case 'signed-out':
    case 'other-person':
      return { ...trouble(KeyRound, t.sync.signedOut, t.sync.signedOutHint), tone: 'bad', action: 'sign-in' };
    case 'outdated':
      return { ...trouble(RefreshCw, t.sync.outdated, t.sync.outdatedHint), tone: 'bad', action: 'update' };
    case 'captive':
      return trouble(Wifi, t.sync.captive, t.sync.captiveHint);
    case 'busy':
      return trouble(CloudUpload, t.sync.busy, t.sync.failedHint);
    case 'failed':
      return trouble(TriangleAlert, t.sync.failed, t.sync.failedHint);
    case 'unreachable':
      return {
        ...common,
        icon: CloudOff,
        tone: 'waiting',
        text: saved || t.sync.offline,
        hint: `${t.sync.offline}. ${t.sync.offlineHint}`,
      };
    case 'new':
      return { ...common, icon: LoaderCircle, tone: 'info', text: saved || t.sync.new, hint: '' };
    case 'settled':
      if (waiting > 0) {
        const icon = sending ? LoaderCircle : CloudUpload;
        return { ...common, icon, tone: 'waiting', text: saved, hint: sending ? t.sync.sending : '' };
      }
      if (files > 0) {
        const text = t.sync.settledButFiles(formatMoment(status.at, now), files);
        return { ...common, icon: CloudUpload, tone: 'waiting', text, hint: t.sync.filesHint };
      }
      return { ...common, hint: '', ...whenAllWent(formatMoment(status.at, now), { needsYou, refused, drafts }) };
  }
}

/** Never two ticks beside what the superior does not have, and never green beside what waits for a decision. */
function whenAllWent(
  at: string,
  { needsYou, refused, drafts }: Pick<Facts, 'needsYou' | 'refused' | 'drafts'>,
): Pick<SyncState, 'icon' | 'tone' | 'text'> {
  if (refused > 0) return { icon: TriangleAlert, tone: 'waiting', text: t.sync.settledButRefused(at) };
  const tone = needsYou > 0 ? 'waiting' : 'good';
  if (drafts > 0) return { icon: Check, tone, text: t.sync.settledButDrafts(at, drafts) };
  return { icon: CheckCheck, tone, text: t.sync.settled(at) };
}
