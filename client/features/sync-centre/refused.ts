// Where to go with what the server refused.

import type { AttentionItem } from '#client/sync/index.ts';

/** Where to look at what it was about, as it is now; null where there is no such screen. */
export function placeOfRefused({ name, args }: AttentionItem, me: string): string | null {
  const { employeeId, ownerId, id, date } = args as Partial<Record<'employeeId' | 'ownerId' | 'id' | 'date', string>>;
  if (employeeId && employeeId !== me) return `/persetujuan/${employeeId}`;
  if (ownerId) return `/bantuan/${ownerId}`;
  if (name.startsWith('helper.') || name.startsWith('typed.')) return '/bantuan';
  if (name.startsWith('activity.')) return id && name !== 'activity.log' ? `/kegiatan/${id}` : null;
  if (name.startsWith('explanation.')) return `/klarifikasi/${date}`;
  return name.startsWith('skp.') || name.startsWith('result.') || name.startsWith('indicator.') ? '/skp' : null;
}

/** The form in which it is corrected and sent again; null where it cannot be. */
export function placeToDoAgain(item: AttentionItem, me: string): string | null {
  if (item.name === 'activity.log' || item.name === 'activity.edit') return `/kegiatan/baru?dari=${item.id}`;
  return item.name === 'explanation.give' ? `${placeOfRefused(item, me)}?dari=${item.id}` : null;
}
