// Who plans as heads do, by perspective and not by the superior's results: high leaders (JPT), and whoever leads an
// independent unit, whatever the kind of the post (UPT, puskesmas, school). Source: PermenPANRB 6/2022 annex, SKP of "pejabat
// pimpinan tinggi dan pimpinan unit kerja mandiri".

import type { Assignment } from '../tables.ts';

export const plansAsHead = (post: Pick<Assignment, 'positionKind' | 'leadsUnit'> | undefined): boolean =>
  post !== undefined && (post.positionKind === 'JPT' || post.leadsUnit);
