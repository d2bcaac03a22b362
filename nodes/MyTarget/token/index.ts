export { readAuthError } from './auth-error';
export { PROBE_PATH, tokenToKeep } from './pre-authentication';
export {
	ownerOf,
	readyToken,
	signingToken,
	storedToken,
	tokenSettings,
	type TokenSettings,
} from './settings';
