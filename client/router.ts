// The whole map of screens.

import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { useSession } from './features/account/index.ts';
import TodayScreen from './features/today/TodayScreen.vue';
import { t } from './i18n/index.ts';
import { toast } from './ui/index.ts';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    /** Reached without signing in. */
    open?: boolean;
    /** For administrators only. */
    admin?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: TodayScreen, meta: { title: t.nav.today } },
  {
    path: '/kegiatan',
    component: () => import('./features/activities/ActivitiesScreen.vue'),
    meta: { title: t.activities.title },
  },
  {
    path: '/kegiatan/baru',
    component: () => import('./features/activities/ActivityScreen.vue'),
    props: ({ query }) => ({ from: query.dari }),
    meta: { title: t.activity.new },
  },
  {
    path: '/kegiatan/:id',
    component: () => import('./features/activities/ActivityScreen.vue'),
    props: true,
    meta: { title: t.activity.view },
  },
  { path: '/skp', component: () => import('./features/skp/SkpScreen.vue'), meta: { title: t.skp.title } },
  {
    path: '/skp/matriks',
    component: () => import('./features/matrix/MatrixScreen.vue'),
    meta: { title: t.skp.matrix },
  },
  {
    path: '/evaluasi',
    component: () => import('./features/evaluation/EvaluationsScreen.vue'),
    meta: { title: t.nav.evaluation },
  },
  {
    path: '/evaluasi/:skpId/:period',
    component: () => import('./features/evaluation/AssessScreen.vue'),
    props: true,
    meta: { title: t.nav.evaluation },
  },
  { path: '/cuti', component: () => import('./features/leave/LeaveScreen.vue'), meta: { title: t.account.leave } },
  {
    path: '/persetujuan',
    component: () => import('./features/approvals/TeamScreen.vue'),
    meta: { title: t.approvals.title },
  },
  {
    path: '/persetujuan/distribusi',
    component: () => import('./features/evaluation/DistributionScreen.vue'),
    props: ({ query }) => ({ from: query.masa }),
    meta: { title: t.nav.evaluation },
  },
  {
    path: '/persetujuan/:employeeId/evaluasi/:skpId/:period',
    component: () => import('./features/evaluation/RateScreen.vue'),
    props: true,
    meta: { title: t.nav.evaluation },
  },
  {
    path: '/persetujuan/:employeeId',
    component: () => import('./features/approvals/MemberScreen.vue'),
    props: true,
    meta: { title: t.approvals.title },
  },
  {
    path: '/pengiriman',
    component: () => import('./features/sync-centre/SyncCentreScreen.vue'),
    meta: { title: t.syncCentre.title },
  },
  { path: '/akun', component: () => import('./features/account/AccountScreen.vue'), meta: { title: t.account.title } },
  {
    path: '/kelola',
    component: () => import('./features/admin/AdminScreen.vue'),
    meta: { title: t.admin.title, admin: true },
  },
  {
    path: '/kelola/pemeliharaan',
    component: () => import('./features/admin/MaintenanceScreen.vue'),
    meta: { title: t.maintenance.title, admin: true },
  },
  {
    path: '/kelola/perangkat',
    component: () => import('./features/admin/DevicesScreen.vue'),
    meta: { title: t.devices.title, admin: true },
  },
  {
    path: '/kelola/pegawai',
    component: () => import('./features/people/PeopleScreen.vue'),
    meta: { title: t.admin.people, admin: true },
  },
  {
    path: '/kelola/aturan',
    component: () => import('./features/policy/PolicyScreen.vue'),
    meta: { title: t.admin.policy, admin: true },
  },
  {
    path: '/kelola/gangguan',
    component: () => import('./features/outages/OutagesScreen.vue'),
    meta: { title: t.admin.outages, admin: true },
  },
  {
    path: '/status',
    component: () => import('./features/outages/StatusScreen.vue'),
    meta: { title: t.status, open: true },
  },
  {
    path: '/periksa/:code?',
    component: () => import('./features/verify/VerifyScreen.vue'),
    props: true,
    meta: { title: t.verify, open: true },
  },
  {
    path: '/masuk',
    component: () => import('./features/account/SignInScreen.vue'),
    meta: { title: t.signIn.title, open: true },
  },
  {
    path: '/ui',
    component: () => import('./features/gallery/GalleryScreen.vue'),
    meta: { title: 'UI', open: true },
  },
  {
    path: '/:rest(.*)',
    component: () => import('./features/today/NotFoundScreen.vue'),
    meta: { title: t.notFound.title, open: true },
  },
];

export function createAppRouter() {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.beforeEach((to) => {
    const { person } = useSession();
    if (!person && !to.meta.open) return '/masuk';
    if (to.meta.admin && !person?.roles.includes('admin')) return '/';
    return true;
  });
  // Only before the service worker has put everything on the device.
  router.onError(() => toast(t.notLoaded));
  router.afterEach((to) => {
    document.title = `${to.meta.title} · ${t.app.name}`;
  });
  return router;
}
