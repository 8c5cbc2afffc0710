export { useHelping } from './use-helping.ts';
