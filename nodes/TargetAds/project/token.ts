import { CredentialInvalidError, type Redact } from '../../../connector/errors';
import type { TargetAdsApi } from '../api';
import type { TokenInfo } from '../schemas';

/** What the platform says of the token; a rejected one is an answer here, not a failure. */
export type TokenState =
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
