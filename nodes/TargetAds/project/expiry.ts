import { numberOption } from '../../shared/parameters/number-option';
import type { Parameters } from '../../shared/parameters/parameters';

const DAY_MS = 86_400_000;

/** The documents advise to renew a token 30 days before it expires (sheet 5.2). */
const warnBeforeDays = numberOption({
	displayName: 'Warn Before Days',
	name: 'warnBeforeDays',
	minimum: 0,
	default: 30,
	description: 'How many days before its end the token counts as expiring soon',
});

export const warnBeforeDaysOption = warnBeforeDays.field;

export interface Expiry {
	/** Whole days that are left, negative after the end; null when the platform does not tell. */
	readonly daysUntilExpiry: number | null;
	readonly expiresSoon: boolean;
}

/** @param expiresAt ISO 8601 with an offset, as token_validate gives it (sheet 3.2; S13 mixes both kinds of time) */
export function expiryOf(expiresAt: string | null | undefined, now: number, parameters: Parameters): Expiry {
	const end = Date.parse(expiresAt ?? '');
	if (Number.isNaN(end)) return { daysUntilExpiry: null, expiresSoon: false };
	const daysUntilExpiry = Math.floor((end - now) / DAY_MS);
	return { daysUntilExpiry, expiresSoon: daysUntilExpiry < warnBeforeDays.read(parameters) };
}
