import { CredentialInvalidError, type Redact } from '../../../connector/errors';
import { numberOption } from '../../shared/parameters/number-option';
import type { TargetAdsApi } from '../api';
import type { TokenInfo } from '../schemas';

const DAY_MS = 86_400_000;

/** The documents advise to renew a token 30 days before it expires (sheet 5.2). */
export const warnBeforeDays = numberOption({
	displayName: 'Warn Before Days',
	name: 'warnBeforeDays',
	minimum: 0,
	default: 30,
	description: 'How many days before its end the token counts as expiring soon',
});

interface Expiry {
	/** Whole days that are left, negative after the end; null when the platform does not tell. */
	readonly daysUntilExpiry: number | null;
	readonly expiresSoon: boolean;
}

/**
 * @param expiresAt ISO 8601 with an offset, as token_validate gives it (sheet 3.2; S13 mixes both kinds of time)
 * @param days before the end from which on it counts as soon
 */
export function expiryOf(expiresAt: string | null | undefined, now: number, days: number): Expiry {
	const end = Date.parse(expiresAt ?? '');
	if (Number.isNaN(end)) return { daysUntilExpiry: null, expiresSoon: false };
	const daysUntilExpiry = Math.floor((end - now) / DAY_MS);
	return { daysUntilExpiry, expiresSoon: daysUntilExpiry < days };
}

/** What the platform says of the token; a rejected one is an answer here, not a failure. */
type TokenState =
	{ readonly valid: true; readonly info: TokenInfo } | { readonly valid: false; readonly reason: string };

export async function tokenState(api: TargetAdsApi, redact: Redact): Promise<TokenState> {
	try {
		const info = await api.tokenInfo();
		if (info?.valid === false) return { valid: false, reason: 'TargetADS says that the token is not valid.' };
		return { valid: true, info };
	} catch (error) {
		if (error instanceof CredentialInvalidError) return { valid: false, reason: redact(error.message) };
		throw error;
	}
}
