import type { MyTargetOptions } from '../options';
import { Refusal } from '../refusal';

type Form = MyTargetOptions['authErrorBody'];

const MESSAGES = {
	invalid_token: 'Unknown access token',
	expired_token: 'Access token is expired',
	invalid_client: 'Invalid client id or secret provided',
	invalid_user: 'User is blocked',
	revoked_token: 'Access token has been revoked',
} as const;

/** One of the errors of section 1.8, in one of its three forms. */
export function authError(code: keyof typeof MESSAGES, form: Form): Refusal {
	const message = MESSAGES[code];
	const challenge = `Bearer realm="api", error="${code}", error_description="${message}"`;
	return new Refusal(401, bodyOf(form, code, message), { 'www-authenticate': challenge });
}

export function bodyOf(form: Form, code: string, message: string): unknown {
	switch (form) {
		case 'flat':
			return { code, message };
		case 'wrapped':
			return { error: { code, message } };
		case 'oauth':
			return { error: code, error_description: message };
	}
}
