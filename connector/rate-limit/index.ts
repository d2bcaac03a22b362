export type { BudgetWindow } from './budget-window';
export { EVERY_METHOD, RateLimiter, type Permit, type PermitOptions } from './rate-limiter';
