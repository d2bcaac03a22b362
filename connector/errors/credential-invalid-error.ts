import { ConnectorError } from './connector-error';

/** The platform does not know the token, or the token has expired (401). */
export class CredentialInvalidError extends ConnectorError {
	override readonly kind = 'credential-invalid';
}
