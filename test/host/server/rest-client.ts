import { z } from 'zod';

/** The owner of the instance. Everything here is on loopback and made of demo data. */
export const owner = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Sandbox-2024',
} as const;

/**
 * Asks for a connection of its own. A server closes idle ones after five seconds; a request sent at that moment over a
 * kept one is lost, and what changes something may not simply be sent again.
 */
export const ownConnection = { connection: 'close' };

const envelope = z.object({ data: z.unknown() });

/** An answer of n8n that is no success. */
export class RestError extends Error {
	constructor(
		readonly status: number,
		path: string,
		readonly body: string,
	) {
		super(`n8n answered ${status} to ${path}: ${body.slice(0, 500)}`);
	}
}

/** n8n's own REST interface, as its editor uses it. */
export class RestClient {
	private cookie = '';

	constructor(readonly url: string) {}

	/** @returns the answer as it came, for files and types */
	async raw(method: string, path: string, body?: unknown): Promise<Response> {
		return await fetch(`${this.url}${path}`, {
			method,
			headers: {
				...ownConnection,
				...(this.cookie === '' ? {} : { cookie: this.cookie }),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	}

	private async data(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await this.raw(method, `/rest${path}`, body);
		const text = await response.text();
		if (!response.ok) throw new RestError(response.status, path, text);
		return text === '' ? undefined : envelope.parse(JSON.parse(text)).data;
	}

	/** @throws RestError */
	async get(path: string): Promise<unknown> {
		return await this.data('GET', path);
	}

	/** @throws RestError */
	async post(path: string, body: unknown = {}): Promise<unknown> {
		return await this.data('POST', path, body);
	}

	/** @throws RestError */
	async patch(path: string, body: unknown): Promise<unknown> {
		return await this.data('PATCH', path, body);
	}

	/** Makes the owner of a fresh instance. */
	async setUpOwner(): Promise<void> {
		await this.post('/owner/setup', owner);
	}

	async logIn(): Promise<void> {
		const { email, password } = owner;
		const response = await this.raw('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		if (!response.ok) throw new RestError(response.status, '/login', await response.text());
		this.cookie = response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
	}
}
