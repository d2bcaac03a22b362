import { json, type Answer } from '../../frame/answer';
import type { SandboxRequest } from '../../frame/request';
import type { Account, Accounts } from '../accounts/accounts';
import type { MyTargetOptions } from '../options';
import { authError, authErrorBody, coded, Refusal } from '../refusal';

import { TOKEN_LIFETIME, type TokenRecord, type TokenStore } from './token-store';

const TOKEN = '/api/v2/oauth2/token.json';

const LIMIT_REACHED =
	'Active access token limit reached. Please contact support_target@corp.my.com and provide your client id in the message.';

/** What each grant takes besides `grant_type`, `client_id` and `client_secret` (1.4, 1.5, 1.7). */
const GRANT_FIELDS: Readonly<Record<string, readonly string[]>> = {
	client_credentials: [],
	agency_client_credentials: ['agency_client_name'],
	refresh_token: ['refresh_token'],
};

/** Issues and refreshes tokens; needs no token itself and has no budget (5.1). */
export class TokenEndpoint {
	constructor(
		private readonly options: MyTargetOptions,
		private readonly tokens: TokenStore,
		private readonly accounts: Accounts,
	) {}

	serves(path: string): boolean {
		return path === TOKEN;
	}

	/** Errors: 405, 400, 401, 403. */
	answer(request: SandboxRequest): Answer {
		if (request.method !== 'POST') throw coded(405, 'method_not_allowed', 'Method not allowed');
		const form = this.form(request);
		const grant = form.get('grant_type') ?? '';
		const fields = GRANT_FIELDS[grant];
		if (fields === undefined) throw this.refusal('unsupported_grant_type', `Unknown grant type "${grant}"`);
		this.checkFields(form, ['grant_type', 'client_id', 'client_secret', ...fields]);
		this.checkClient(form);
		return this.success(grant === 'refresh_token' ? this.refreshed(form) : this.issued(grant, form));
	}

	private issued(grant: string, form: URLSearchParams): TokenRecord {
		const isOwn = grant === 'client_credentials';
		const { user } = isOwn ? this.accounts.owner : this.client(form);
		if (user.status === 'blocked') throw authError('invalid_user', this.options.tokenErrorBody);
		const token = this.tokens.issue(user.id);
		if (token === undefined) throw this.refusal('token_limit_exceeded', LIMIT_REACHED, 403);
		return token;
	}

	private refreshed(form: URLSearchParams): TokenRecord {
		const token = this.tokens.refresh(form.get('refresh_token') ?? '');
		// Whoever asks with a token of the past finds the record deleted or the value changed: issue a new one (1.8).
		if (token === undefined) throw authError('invalid_token', this.options.tokenErrorBody);
		return token;
	}

	private client(form: URLSearchParams): Account {
		const name = form.get('agency_client_name');
		if (name === null) throw this.refusal('invalid_request', 'agency_client_name is required');
		const client = this.accounts.find(name);
		if (client === undefined || client === this.accounts.owner)
			throw this.refusal('invalid_request', 'Unknown account');
		if (this.accounts.relationOf(client)?.status === 'deleted')
			throw authError('revoked_token', this.options.tokenErrorBody);
		return client;
	}

	private form({ headers, body }: SandboxRequest): URLSearchParams {
		if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers['content-type'] ?? ''))
			throw this.refusal('invalid_request', 'The body must be application/x-www-form-urlencoded');
		return new URLSearchParams(body);
	}

	private checkFields(form: URLSearchParams, known: readonly string[]): void {
		for (const name of form.keys()) {
			if (!known.includes(name) || form.getAll(name).length > 1)
				throw this.refusal('invalid_request', `Unexpected parameter ${name}`);
		}
	}

	private checkClient(form: URLSearchParams): void {
		const { clientId, clientSecret, tokenErrorBody } = this.options;
		if (form.get('client_id') === clientId && form.get('client_secret') === clientSecret) return;
		throw authError('invalid_client', tokenErrorBody);
	}

	private success({ accessToken: access_token, refreshToken: refresh_token, userId }: TokenRecord): Answer {
		if (this.options.tokenAnswer === 'sample') {
			const kind = { token_type: 'bearer', scope: 'read_ads', expires_in: String(TOKEN_LIFETIME) };
			return json(200, { access_token, ...kind, refresh_token });
		}
		const kind = { token_type: 'Bearer', scope: [], expires_in: TOKEN_LIFETIME };
		return json(200, { access_token, ...kind, refresh_token, tokens_left: this.tokens.left(userId) });
	}

	private refusal(code: string, message: string, status = 400): Refusal {
		return new Refusal(status, authErrorBody(this.options.tokenErrorBody, code, message));
	}
}
