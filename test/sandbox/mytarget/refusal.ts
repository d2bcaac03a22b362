import { json, type Answer } from '../frame/answer';

import type { MyTargetOptions } from './options';

/** An entry of `error.fields` (E2). */
export interface FieldError {
	readonly code: string;
	readonly message?: string;
	readonly [more: string]: unknown;
}

export type FieldErrors = Readonly<Record<string, FieldError>>;

/** Thrown by whatever finds the request wanting; shapes E1 to E11 are those of section 3.0.5. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly headers: Readonly<Record<string, string>> = {},
	) {
		super(`${status} ${JSON.stringify(body)}`);
	}

	answer(): Answer {
		return json(this.status, this.body, this.headers);
	}
}

/** E1 */
export function coded(status: number, code: string, message: string): Refusal {
	return new Refusal(status, { error: { code, message } });
}

/** E2 */
export function invalid(fields: FieldErrors): Refusal {
	return new Refusal(400, { error: { code: 'validation_failed', message: 'Validation failed', fields } });
}

/** E2 with one field. */
export function invalidField(name: string, code: string, message: string, more: object = {}): Refusal {
	return invalid({ [name]: { code, message, ...more } });
}

/** E6 */
export function accessDenied(permission: string): Refusal {
	return new Refusal(403, { error: { code: 'access_denied', required_permission: permission } });
}

/** E7 */
export function notFound(resource: string): Refusal {
	return new Refusal(404, { error: { code: 'not_found', resource } });
}

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
	return new Refusal(401, authErrorBody(form, code, message), { 'www-authenticate': challenge });
}

export function authErrorBody(form: Form, code: string, message: string): unknown {
	switch (form) {
		case 'flat':
			return { code, message };
		case 'wrapped':
			return { error: { code, message } };
		case 'oauth':
			return { error: code, error_description: message };
	}
}
