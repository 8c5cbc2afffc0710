export { default as AsideList } from './AsideList.vue';
export { asideKey, isAside, onlyResult } from './aside.ts';
