export { Retrier, RetryBudget } from './retrier';
export { retryRules, type Backoff, type Intent, type RetryPolicy } from './retry-policy';
