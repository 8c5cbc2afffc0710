// Every screen of the product, and who opens it. The accessibility test and the pictures in docs/screens walk this list.

import { ADMINISTRATOR, EMPLOYEE, type Person, SUPERVISOR } from './people.ts';

export interface Screen {
  name: string;
  path: string;
  person: Person | null;
}

export const SCREENS: Screen[] = [
  { name: 'sign-in', path: '/masuk', person: null },
  { name: 'today', path: '/', person: EMPLOYEE },
  { name: 'activities', path: '/kegiatan', person: EMPLOYEE },
  { name: 'log-activity', path: '/kegiatan/baru', person: EMPLOYEE },
  { name: 'skp', path: '/skp', person: EMPLOYEE },
  { name: 'sync-centre', path: '/pengiriman', person: EMPLOYEE },
  { name: 'account', path: '/akun', person: EMPLOYEE },
  { name: 'not-found', path: '/tidak-ada', person: EMPLOYEE },
  { name: 'ui', path: '/ui', person: EMPLOYEE },
  { name: 'today-of-supervisor', path: '/', person: SUPERVISOR },
  { name: 'approvals', path: '/persetujuan', person: SUPERVISOR },
  { name: 'approvals-of-member', path: `/persetujuan/${EMPLOYEE.id}`, person: SUPERVISOR },
  { name: 'admin', path: '/kelola', person: ADMINISTRATOR },
  { name: 'devices', path: '/kelola/perangkat', person: ADMINISTRATOR },
  { name: 'maintenance', path: '/kelola/pemeliharaan', person: ADMINISTRATOR },
];
