export { readAuthError } from './auth-error';
export { PROBE_PATH, tokenToKeep } from './pre-authentication';
export {
	BASE_URL_ADVICE,
	ownerOf,
	readyToken,
	signingToken,
	storedToken,
	tokenSettings,
	type TokenSettings,
} from './settings';
