// The demo people that the journeys follow. All are invented, see server/demo.

export interface Person {
  id: string;
  nip: string;
  name: string;
}

export const EMPLOYEE: Person = { id: 'penguji-1', nip: '198812042014021003', name: 'Muhammad Ridha, A.Md.' };
export const SUPERVISOR: Person = { id: 'ka-upt', nip: '197808152003121012', name: 'Supiani, S.T.' };
export const HEAD: Person = { id: 'kadis', nip: '197004121995031002', name: 'H. Rahmadi Noor, S.T., M.T.' };
export const ADMINISTRATOR: Person = { id: 'admin-bkpsdm', nip: '198505052010011099', name: 'Administrator BKPSDM' };
export const TREASURER: Person = { id: 'bendahara', nip: '198704042010012015', name: 'Ratna Dewi, A.Md.' };
/** The treasurer's superior. */
export const FINANCE: Person = { id: 'kasubag-keu', nip: '198111222009031004', name: 'Ahmad Fauzi, S.E.' };
