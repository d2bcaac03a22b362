import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { IssuedToken } from './issue';
import { withTokens, type KeptTokens } from './kept-tokens';

/**
 * Beside a credential, tokens that the node has for it already. n8n stores what pre-authentication returns, and nothing
 * else can write to a credential; it calls that only where there seems to be no token.
 */
const TOKENS = 'tokensToKeep';

/** What the node gives n8n in place of the stored credential, to have these tokens stored. */
export function handedOver(
	credential: ICredentialDataDecryptedObject,
	tokens: KeptTokens,
	now: number,
): ICredentialDataDecryptedObject {
	return { ...credential, issuedToken: '', [TOKENS]: JSON.stringify(withTokens(credential, tokens, now)) };
}

/** @returns undefined where the node handed nothing over, so that a token has to be had */
export function keptForUs(credential: ICredentialDataDecryptedObject): IssuedToken | undefined {
	const tokens = credential[TOKENS];
	if (typeof tokens !== 'string' || tokens === '') return undefined;
	// The older lines of n8n store everything that they were given, so what is beside it must not hold tokens any more.
	return { ...(JSON.parse(tokens) as IssuedToken), [TOKENS]: '' } as IssuedToken;
}
