export { readAuthError } from './auth-error';
export type { Http } from './exchange';
export { handedOver } from './handed-over';
export type { Token } from './issue';
export {
	areSeveral,
	keptTokens,
	mergedTokens,
	newerOf,
	signingToken,
	storedToken,
	type KeptTokens,
} from './kept-tokens';
export { ADDRESS_EXPRESSION, addressOf, hasAdPlans } from './platform-address';
export { goodToken, PROBE_PATH, tokenToKeep } from './pre-authentication';
export { BASE_URL_ADVICE, ownerOf, readyToken, tokenSettings, type TokenSettings } from './settings';
