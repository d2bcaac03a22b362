import { json, type Answer } from '../../frame/answer';
import type { SandboxRequest } from '../../frame/request';
import type { Accounts } from '../accounts/accounts';
import type { Account } from '../accounts/account';
import type { MyTargetOptions } from '../options';
import { coded, Refusal } from '../refusal';

import { authError, bodyOf } from './auth-error';
import type { TokenRecord } from './token';
import type { TokenStore } from './token-store';

const TOKEN = '/api/v2/oauth2/token.json';
const DELETE = '/api/v2/oauth2/token/delete.json';

const LIMIT_REACHED =
	'Active access token limit reached. Please contact support_target@corp.my.com and provide your client id in the message.';

/** What each grant takes besides `grant_type`, `client_id` and `client_secret` (1.4, 1.5, 1.7). */
const GRANT_FIELDS: Readonly<Record<string, readonly string[]>> = {
	client_credentials: [],
	agency_client_credentials: ['agency_client_name', 'agency_client_id'],
	refresh_token: ['refresh_token'],
};

/** Issues, refreshes and deletes tokens; needs no token itself and has no budget (5.1). */
export class TokenEndpoint {
	constructor(
		private readonly options: MyTargetOptions,
		private readonly tokens: TokenStore,
		private readonly accounts: Accounts,
	) {}

	serves(path: string): boolean {
		return path === TOKEN || path === DELETE;
	}

	/** Errors: 405, 400, 401, 403. */
	answer(request: SandboxRequest): Answer {
		if (request.method !== 'POST') throw coded(405, 'method_not_allowed', 'Method not allowed');
		const form = this.form(request);
		if (request.path === DELETE) {
			this.checkFields(form, ['client_id', 'client_secret', 'username', 'user_id']);
			this.checkClient(form);
			this.tokens.delete(this.named(form, 'username', 'user_id', this.accounts.owner).user.id);
			return { status: 204, headers: {}, body: '' };
		}
		const grant = form.get('grant_type') ?? '';
		const fields = GRANT_FIELDS[grant];
		if (fields === undefined) throw this.refusal('unsupported_grant_type', `Unknown grant type "${grant}"`);
		const permanent = this.options.permanentTokens ? ['permanent'] : [];
		this.checkFields(form, ['grant_type', 'client_id', 'client_secret', ...fields, ...permanent]);
		this.checkClient(form);
		return this.success(grant === 'refresh_token' ? this.refreshed(form) : this.issued(grant, form));
	}

	private issued(grant: string, form: URLSearchParams): TokenRecord {
		const isOwn = grant === 'client_credentials';
		const { user } = isOwn ? this.accounts.owner : this.client(form);
		if (user.status === 'blocked') throw authError('invalid_user', this.options.tokenErrorBody);
		const token = this.tokens.issue(user.id, form.get('permanent') === 'true');
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
		if (!this.options.ownerTypes.includes('agency'))
			throw this.refusal('access_denied', 'The account is no agency', 403);
		const client = this.named(form, 'agency_client_name', 'agency_client_id', undefined);
		if (this.accounts.relationOf(client)?.status === 'deleted')
			throw authError('revoked_token', this.options.tokenErrorBody);
		return client;
	}

	/** The account that one of two fields names. */
	private named(form: URLSearchParams, byName: string, byId: string, without: Account | undefined): Account {
		const name = form.get(byName);
		const id = form.get(byId);
		if (name === null && id === null && without !== undefined) return without;
		if ((name === null) === (id === null))
			throw this.refusal('invalid_request', `Either ${byName} or ${byId} is required`);
		const found = this.accounts.find(name ?? Number(id));
		if (found === undefined || (without === undefined && found === this.accounts.owner))
			throw this.refusal('invalid_request', 'Unknown account');
		return found;
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
		const { clientId, clientSecret, tokenErrorBody, invalidClientStatus } = this.options;
		if (form.get('client_id') === clientId && form.get('client_secret') === clientSecret) return;
		throw authError('invalid_client', tokenErrorBody, invalidClientStatus);
	}

	private success(token: TokenRecord): Answer {
		const { tokenLifetime } = this.options;
		const expires = token.expiresAt !== undefined;
		const { accessToken: access_token, refreshToken: refresh_token } = token;
		if (this.options.tokenAnswer === 'sample') {
			const expires_in = expires ? { expires_in: String(tokenLifetime) } : {};
			return json(200, {
				access_token,
				token_type: 'bearer',
				scope: 'read_ads',
				...expires_in,
				refresh_token,
			});
		}
		const expires_in = expires ? { expires_in: tokenLifetime } : {};
		const tokens_left = this.tokens.left(token.userId);
		return json(200, {
			access_token,
			token_type: 'Bearer',
			scope: [],
			...expires_in,
			refresh_token,
			tokens_left,
		});
	}

	private refusal(code: string, message: string, status = 400): Refusal {
		return new Refusal(status, bodyOf(this.options.tokenErrorBody, code, message));
	}
}
