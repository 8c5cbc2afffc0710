// The whole map of screens.

import { nextTick, watch } from 'vue';
import { createRouter, createWebHistory, type RouteRecordRaw, type Router, type RouterHistory } from 'vue-router';
import TodayScreen from '#client/features/today/TodayScreen.vue';
import { t } from '#client/i18n/index.ts';
import { actGate } from '#client/ui/index.ts';
import { useSession } from '#client/workspace/session-store.ts';
import type { Role } from '#shared/people/api.ts';
import { absentScreen } from './absent-screen.ts';
import { isPossible } from './address.ts';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    /** Reached without signing in. */
    open?: boolean;
    /** For who holds one of these roles. */
    roles?: Role[];
    /** Tells nothing of what this device holds: it may be shown before anything has come here. */
    needsNothing?: boolean;
    /** Uses more of the width of a PC; or all of a desk's. */
    wide?: boolean | 'whole';
  }
}

/** The screen for an address that names nothing. */
const NOTHING = 'nothing';

const routes: RouteRecordRaw[] = [
  { path: '/', component: TodayScreen, meta: { title: t.nav.today, wide: true } },
  {
    path: '/kegiatan',
    component: () => import('#client/features/work/ActivitiesScreen.vue'),
    props: ({ query }) => ({ asked: query.hanya }),
    meta: { title: t.activities.title, wide: 'whole' },
  },
  {
    path: '/kegiatan/baru',
    component: () => import('#client/features/work/ActivityScreen.vue'),
    props: ({ query }) => ({ from: query.dari, aside: query.draf, date: query.tanggal }),
    meta: { title: t.activity.new, needsNothing: true },
  },
  {
    path: '/kegiatan/hari/:date',
    component: () => import('#client/features/today/DayScreen.vue'),
    props: true,
    meta: { title: t.today.listOf },
  },
  {
    path: '/kegiatan/minggu/:date',
    component: () => import('#client/features/today/week/WeekScreen.vue'),
    props: true,
    meta: { title: t.activities.week, wide: 'whole' },
  },
  {
    path: '/kegiatan/:id',
    component: () => import('#client/features/work/ActivityScreen.vue'),
    props: true,
    meta: { title: t.activity.view },
  },
  {
    path: '/pengingat',
    component: () => import('#client/features/deadlines/RemindersScreen.vue'),
    meta: { title: t.nav.reminders },
  },
  {
    path: '/ringkasan',
    component: () => import('#client/features/today/pictures/SummaryScreen.vue'),
    props: ({ query }) => ({ chosen: query.bulan }),
    meta: { title: t.nav.summary, wide: true },
  },
  { path: '/skp', component: () => import('#client/features/plan/SkpScreen.vue'), meta: { title: t.skp.title } },
  {
    path: '/skp/matriks',
    component: () => import('#client/features/plan/matrix/MatrixScreen.vue'),
    meta: { title: t.skp.matrix },
  },
  {
    path: '/evaluasi',
    component: () => import('#client/features/evaluation/EvaluationsScreen.vue'),
    meta: { title: t.nav.evaluation },
  },
  {
    path: '/evaluasi/angka-kredit',
    component: () => import('#client/features/evaluation/credit/CreditScreen.vue'),
    meta: { title: t.nav.credit },
  },
  {
    path: '/evaluasi/:skpId/:period',
    component: () => import('#client/features/evaluation/AssessScreen.vue'),
    props: true,
    meta: { title: t.nav.evaluation },
  },
  {
    path: '/klarifikasi',
    component: () => import('#client/features/attendance/explanations/ExplanationsScreen.vue'),
    meta: { title: t.account.explanations },
  },
  {
    path: '/klarifikasi/:date',
    component: () => import('#client/features/attendance/explanations/ExplainScreen.vue'),
    props: ({ params, query }) => ({ date: params.date, from: query.dari }),
    meta: { title: t.account.explanations },
  },
  {
    path: '/cuti',
    component: () => import('#client/features/leave/LeaveScreen.vue'),
    meta: { title: t.account.leave },
  },
  {
    path: '/bantuan',
    component: () => import('#client/features/helping/OwnHelpScreen.vue'),
    meta: { title: t.account.helping },
  },
  {
    path: '/bantuan/:ownerId',
    component: () => import('#client/features/helping/TypeForScreen.vue'),
    props: true,
    meta: { title: t.account.helping },
  },
  {
    path: '/persetujuan',
    component: () => import('#client/features/approvals/TeamScreen.vue'),
    meta: { title: t.approvals.title, wide: true },
  },
  {
    path: '/persetujuan/cuti',
    component: () => import('#client/features/leave/TeamLeaveScreen.vue'),
    props: ({ query }) => ({ from: query.bulan }),
    meta: { title: t.account.leave },
  },
  {
    path: '/persetujuan/menit',
    component: () => import('#client/features/approvals/TeamMinutesScreen.vue'),
    meta: { title: t.approvals.title, wide: 'whole' },
  },
  {
    // Whom it shows is for the server to say: who leads people has no role.
    path: '/persetujuan/diketik-sendiri',
    component: () => import('#client/features/helping/SelfTypedScreen.vue'),
    meta: { title: t.account.helping, needsNothing: true },
  },
  {
    path: '/persetujuan/pemantauan',
    component: () => import('#client/features/deadlines/WatchScreen.vue'),
    props: ({ query }) => ({ of: 'team', monthWanted: query.bulan, listWanted: query.hanya }),
    meta: { title: t.admin.watch, wide: 'whole' },
  },
  {
    path: '/persetujuan/:employeeId/cuti/:id',
    component: () => import('#client/features/leave/DecideLeaveScreen.vue'),
    props: true,
    meta: { title: t.account.leave },
  },
  {
    path: '/persetujuan/jadwal',
    component: () => import('#client/features/time-rules/shifts/ShiftPlanScreen.vue'),
    meta: { title: t.approvals.shifts },
  },
  {
    path: '/jadwal',
    component: () => import('#client/features/time-rules/shifts/OwnShiftsScreen.vue'),
    meta: { title: t.today.shifts },
  },
  {
    path: '/persetujuan/distribusi',
    component: () => import('#client/features/evaluation/DistributionScreen.vue'),
    props: ({ query }) => ({ from: query.masa }),
    meta: { title: t.nav.evaluation },
  },
  {
    path: '/persetujuan/:employeeId/evaluasi/:skpId/:period',
    component: () => import('#client/features/evaluation/RateScreen.vue'),
    props: true,
    meta: { title: t.nav.evaluation },
  },
  {
    path: '/persetujuan/:employeeId/angka-kredit',
    component: () => import('#client/features/evaluation/credit/CreditScreen.vue'),
    props: true,
    meta: { title: t.nav.credit },
  },
  {
    path: '/persetujuan/:employeeId',
    component: () => import('#client/features/approvals/MemberScreen.vue'),
    props: true,
    meta: { title: t.approvals.title },
  },
  {
    path: '/pengiriman',
    component: () => import('#client/features/sync-centre/SyncCentreScreen.vue'),
    meta: { title: t.sync.title, needsNothing: true },
  },
  {
    path: '/akun',
    component: () => import('#client/features/account/AccountScreen.vue'),
    meta: { title: t.account.title, needsNothing: true },
  },
  {
    path: '/tpp',
    component: () => import('#client/features/allowance/SlipScreen.vue'),
    props: ({ query }) => ({ chosen: query.bulan }),
    meta: { title: t.account.allowance },
  },
  {
    path: '/kelola',
    component: () => import('#client/features/agency/AdminScreen.vue'),
    meta: { title: t.admin.title, roles: ['admin', 'treasurer', 'auditor'], needsNothing: true },
  },
  {
    // Who may see it is for the server to say: the superior and the head have no role.
    path: '/kelola/tpp/:month',
    component: () => import('#client/features/allowance/payroll/PayrollScreen.vue'),
    props: ({ params, query }) => ({ month: params.month, employee: query.pegawai }),
    meta: { title: t.admin.payroll, needsNothing: true, wide: 'whole' },
  },
  {
    path: '/kelola/tpp/:month/:employeeId',
    component: () => import('#client/features/allowance/payroll/PayrollSlipScreen.vue'),
    props: true,
    meta: { title: t.admin.payroll, needsNothing: true },
  },
  {
    path: '/kelola/tpp-bersih/:month',
    component: () => import('#client/features/allowance/net-pay/NetPayScreen.vue'),
    props: true,
    meta: { title: t.admin.netPay, roles: ['treasurer'] },
  },
  {
    path: '/kelola/data-pembayaran',
    component: () => import('#client/features/allowance/payees/PayeesScreen.vue'),
    meta: { title: t.admin.payees, roles: ['treasurer'], needsNothing: true },
  },
  {
    path: '/kelola/data-pembayaran/berkas',
    component: () => import('#client/features/allowance/payees/PayeeFileScreen.vue'),
    meta: { title: t.admin.payees, roles: ['treasurer'], needsNothing: true },
  },
  {
    path: '/kelola/ketentuan-tpp',
    component: () => import('#client/features/allowance/pay-entries/RegisterScreen.vue'),
    meta: { title: t.admin.payEntries, roles: ['admin', 'treasurer'] },
  },
  {
    path: '/kelola/klarifikasi',
    component: () => import('#client/features/attendance/explanations/OfficeExplanationsScreen.vue'),
    meta: { title: t.account.explanations, roles: ['admin', 'treasurer'], needsNothing: true },
  },
  {
    path: '/kelola/cuti',
    component: () => import('#client/features/leave/OfficeLeaveScreen.vue'),
    meta: { title: t.account.leave, roles: ['admin'], needsNothing: true },
  },
  {
    path: '/kelola/kehadiran',
    component: () => import('#client/features/attendance/AttendanceScreen.vue'),
    meta: { title: t.admin.attendance, roles: ['admin', 'treasurer'] },
  },
  {
    path: '/kelola/pemeliharaan',
    component: () => import('#client/features/time-rules/outages/MaintenanceScreen.vue'),
    meta: { title: t.maintenance.title, roles: ['admin'], needsNothing: true },
  },
  {
    path: '/kelola/perangkat',
    component: () => import('#client/features/agency/DevicesScreen.vue'),
    meta: { title: t.devices.title, roles: ['admin', 'auditor'], needsNothing: true, wide: 'whole' },
  },
  {
    path: '/kelola/pegawai',
    component: () => import('#client/features/people/PeopleScreen.vue'),
    meta: { title: t.admin.people, roles: ['admin'], wide: 'whole' },
  },
  {
    path: '/kelola/akun',
    component: () => import('#client/features/agency/accounts/AccountsScreen.vue'),
    meta: { title: t.admin.accounts, roles: ['admin'], wide: 'whole' },
  },
  {
    path: '/kelola/peran',
    component: () => import('#client/features/agency/roles/RolesScreen.vue'),
    meta: { title: t.admin.roles, roles: ['admin'] },
  },
  {
    path: '/kelola/pegawai/impor',
    component: () => import('#client/features/people/import/ImportScreen.vue'),
    meta: { title: t.admin.people, roles: ['admin'], wide: 'whole' },
  },
  {
    path: '/kelola/aturan',
    component: () => import('#client/features/agency/policy/PoliciesScreen.vue'),
    meta: { title: t.admin.policy, roles: ['admin'] },
  },
  ...(
    [
      ['evaluasi', 'performance'],
      ['waktu', 'time'],
      ['tpp', 'allowance'],
      ['cuti', 'leave'],
    ] as const
  ).map(([path, kind]) => ({
    path: `/kelola/aturan/${path}`,
    component: () => import('#client/features/agency/policy/PolicyScreen.vue'),
    props: { kind },
    meta: { title: t.admin.policy, roles: ['admin' as const] },
  })),
  {
    path: '/kelola/aturan/jam-kerja',
    component: () => import('#client/features/time-rules/WorkHoursScreen.vue'),
    meta: { title: t.admin.policy, roles: ['admin'] },
  },
  {
    path: '/kelola/aturan/libur',
    component: () => import('#client/features/time-rules/HolidaysScreen.vue'),
    meta: { title: t.admin.policy, roles: ['admin'] },
  },
  {
    path: '/kelola/pemantauan',
    component: () => import('#client/features/deadlines/WatchScreen.vue'),
    props: ({ query }) => ({ of: 'agency', monthWanted: query.bulan, listWanted: query.hanya, unit: query.unit }),
    meta: { title: t.admin.watch, roles: ['admin'], wide: 'whole' },
  },
  {
    path: '/kelola/batas-pengisian',
    component: () => import('#client/features/deadlines/DeadlinesScreen.vue'),
    meta: { title: t.admin.deadlines, roles: ['admin'] },
  },
  {
    path: '/kelola/gangguan',
    component: () => import('#client/features/time-rules/outages/OutagesScreen.vue'),
    meta: { title: t.admin.outages, roles: ['admin'] },
  },
  {
    path: '/status',
    component: () => import('#client/features/time-rules/outages/StatusScreen.vue'),
    meta: { title: t.status, open: true },
  },
  {
    path: '/periksa/:code?',
    component: () => import('#client/features/documents/verify/VerifyScreen.vue'),
    props: true,
    meta: { title: t.verify, open: true },
  },
  {
    path: '/masuk',
    component: () => import('#client/features/account/SignInScreen.vue'),
    meta: { title: t.signIn.title, open: true },
  },
  {
    path: '/aktivasi',
    component: () => import('#client/features/account/ActivationScreen.vue'),
    meta: { title: t.activation, open: true },
  },
  {
    path: '/siapkan',
    component: () => import('#client/features/agency/SetUpScreen.vue'),
    meta: { title: t.setUp, open: true },
  },
  {
    path: '/ui',
    component: () => import('./GalleryScreen.vue'),
    meta: { title: 'UI', open: true },
  },
  {
    path: '/:rest(.*)',
    name: NOTHING,
    component: () => import('#client/features/today/NotFoundScreen.vue'),
    meta: { title: t.notFound.title, open: true },
  },
];

/** Whoever comes or goes, here or in another tab, is shown where they belong; nobody sees the screen of another. */
function followPerson(router: Router): void {
  const session = useSession();
  watch(
    () => session.person?.employeeId,
    (now, before) => {
      const { path, meta } = router.currentRoute.value;
      if (!now && !meta.open) void router.replace('/masuk');
      else if (now && (before || path === '/masuk')) void router.replace('/');
    },
  );
}

/** On a phone the way out of a question is the back button: it closes what lies above the screen, not the screen. */
function closeByBack(router: Router, history: RouterHistory): void {
  let back = false;
  // Heard before the router's own, which begins the navigation.
  history.listen((_to, _from, { direction }) => {
    back = direction === 'back';
  });
  router.beforeEach(() => {
    const wasBack = back;
    back = false;
    const open = document.querySelector<HTMLDialogElement>('dialog[open]');
    if (!wasBack || !open) return true;
    open.close();
    return false;
  });
}

/** What had the keyboard may be gone with its screen: then it is at the beginning of the next one, never nowhere. */
async function keepFocus(): Promise<void> {
  await nextTick();
  if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
}

export function createAppRouter() {
  const history = createWebHistory();
  const router = createRouter({
    history,
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  closeByBack(router, history);
  router.beforeEach((to) => {
    const { person } = useSession();
    if (!person && !to.meta.open) return '/masuk';
    const { roles } = to.meta;
    if (roles && !person?.roles.some((role) => roles.includes(role))) return '/';
    return isPossible(to.params) || { name: NOTHING, params: { rest: to.path.slice(1) }, replace: true };
  });
  router.onError((_error, to) => absentScreen.isAt(to.fullPath));
  followPerson(router);
  router.afterEach((to, _from, failure) => {
    if (!failure) absentScreen.isThere();
    actGate.changed();
    void keepFocus();
    document.title = `${to.meta.title} · ${t.app.name}`;
  });
  return router;
}
