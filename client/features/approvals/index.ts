export { useApprovalCount } from './use-approval-count.ts';
