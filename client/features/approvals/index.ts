export { useApprovalCount } from './use-approval-count.ts';
export { useRead } from './use-read.ts';
