export type { BudgetWindow } from './budget-window';
export { RateLimiter, type PermitOptions } from './rate-limiter';
