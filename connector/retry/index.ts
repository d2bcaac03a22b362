export { parseRetryAfter } from './retry-after';
export { Retrier } from './retrier';
export { RetryBudget } from './retry-budget';
export { retryRules, type Backoff, type Intent, type RetryPolicy, type RetryRule } from './retry-policy';
