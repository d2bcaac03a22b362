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

const MINUTE = 60_000;

/** Requests per minute; the minute begins with the first request in it. */
export class Budget {
	private windowStart = -Infinity;
	private spent = 0;

	/** @param perMinute 0: no budget */
	constructor(
		private readonly perMinute: number,
		private readonly now: () => number,
	) {}

	/** Whether there was a request left. */
	spend(): boolean {
		if (this.perMinute === 0) return true;
		const time = this.now();
		if (time - this.windowStart >= MINUTE) {
			this.windowStart = time;
			this.spent = 0;
		}
		if (this.spent >= this.perMinute) return false;
		this.spent++;
		return true;
	}

	reset(): void {
		this.windowStart = -Infinity;
		this.spent = 0;
	}
}
