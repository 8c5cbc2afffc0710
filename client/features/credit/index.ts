export { type CreditOf, loadCredit } from './credit-queries.ts';
