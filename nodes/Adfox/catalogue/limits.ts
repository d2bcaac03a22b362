import { integers, type MethodParameter } from './method';

/** Limits of impressions and clicks, 1 to 2147483647 (sheet 2.10). */
export const LIMITS: readonly MethodParameter[] = integers(
	'maxImpressions maxImpressionsPerDay maxImpressionsPerHour maxClicks maxClicksPerDay maxClicksPerHour',
);

/** The same without the one that campaigns take when they are made, but not when they are changed (sheet 2.7). */
export const MODIFY_LIMITS: readonly MethodParameter[] = LIMITS.filter(
	({ name }) => name !== 'maxImpressionsPerHour',
);
