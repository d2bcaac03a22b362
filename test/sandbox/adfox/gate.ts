import type { SandboxRequest } from '../frame/request';

import type { AdfoxOptions, AuthHeader } from './options';

const TEMPLATES: Readonly<Record<AuthHeader, (token: string) => string>> = {
	'X-Yandex-API-Key': (token) => token,
	Authorization: (token) => `OAuth ${token}`,
};

/** Whether the token comes in a header that is taken, and in none of them another one (sheet, 1.2). */
export function isAuthorized(
	options: AdfoxOptions,
	accepted: readonly AuthHeader[],
	headers: SandboxRequest['headers'],
): boolean {
	const given = accepted.flatMap((header) => {
		const value = headers[header.toLowerCase()];
		return value === undefined ? [] : [value === TEMPLATES[header](options.token)];
	});
	return given.length > 0 && !given.includes(false);
}
