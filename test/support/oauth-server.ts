import { openOrigin } from '../sandbox/frame/origin';
import { bytesOf } from '../sandbox/frame/request';

/** A refusal of the token endpoint, or what stands for an outage. */
export interface Trouble {
	readonly status: number;
	readonly body: string;
}

/** Of RFC 6749: the user has withdrawn the access, or the refresh token is too old. */
export const REVOKED: Trouble = {
	status: 400,
	body: '{"error":"invalid_grant","error_description":"expired_token"}',
};

export const APPLICATION = { clientId: 'application-id', clientSecret: 'application-secret' };

/** A small authorization server: a page on which a person allows the access, and tokens in exchange for the code. */
export interface OAuthServer {
	readonly authUrl: string;
	readonly accessTokenUrl: string;
	/** Sets the access tokens to give, one after another; the last one for ever. */
	give(...tokens: string[]): void;
	/** Has the token endpoint answer this from now on. */
	fail(trouble: Trouble): void;
	/** The forms that the token endpoint got. */
	readonly exchanges: Readonly<Record<string, string>>[];
	reset(): void;
	close(): Promise<void>;
}

const CODE = '4711';

/** The page's own link: a person reads what is asked for, and presses. */
function consentPage({ searchParams }: URL): string {
	const back = new URL(searchParams.get('redirect_uri') ?? '');
	back.searchParams.set('code', CODE);
	back.searchParams.set('state', searchParams.get('state') ?? '');
	const scope = searchParams.get('scope') ?? '';
	return `<p>The application asks for: ${scope}</p><a href="${back.href.replaceAll('&', '&amp;')}">Allow</a>`;
}

function isGood(form: Readonly<Record<string, string>>, refreshToken: string): boolean {
	if (form.client_id !== APPLICATION.clientId || form.client_secret !== APPLICATION.clientSecret)
		return false;
	return form.grant_type === 'authorization_code' ? form.code === CODE : form.refresh_token === refreshToken;
}

/** Starts it on loopback. */
export async function startOAuthServer(): Promise<OAuthServer> {
	const state = { tokens: ['first-token'], trouble: undefined as Trouble | undefined, renewals: 0 };
	const exchanges: Record<string, string>[] = [];
	// Each renewal gives another refresh token, as Yandex does.
	const refreshToken = () => `refresh-token-${state.renewals}`;

	const answerTo = (form: Record<string, string>): Trouble => {
		exchanges.push(form);
		if (state.trouble !== undefined) return state.trouble;
		if (!isGood(form, refreshToken())) return REVOKED;
		state.renewals++;
		const [token] = state.tokens.length > 1 ? state.tokens.splice(0, 1) : state.tokens;
		const answer = { token_type: 'bearer', access_token: token, expires_in: 31_536_000 };
		return { status: 200, body: JSON.stringify({ ...answer, refresh_token: refreshToken() }) };
	};

	const { url, close } = await openOrigin(0, (message, response) => {
		const asked = new URL(message.url ?? '/', 'http://127.0.0.1');
		if (asked.pathname === '/authorize') {
			response.writeHead(200, { 'content-type': 'text/html' }).end(consentPage(asked));
			return;
		}
		void bytesOf(message).then((body) => {
			const { status, body: text } = answerTo(Object.fromEntries(new URLSearchParams(body.toString())));
			response.writeHead(status, { 'content-type': 'application/json' }).end(text);
		});
	});
	return {
		give: (...tokens) => {
			state.tokens = tokens;
		},
		fail: (trouble) => {
			state.trouble = trouble;
		},
		authUrl: `${url}/authorize`,
		accessTokenUrl: `${url}/token`,
		exchanges,
		reset: () => {
			Object.assign(state, { tokens: ['first-token'], trouble: undefined, renewals: 0 });
			exchanges.length = 0;
		},
		close,
	};
}

/** The page's link, as a person presses it. */
export async function allowed(page: Response): Promise<string> {
	const [, link = ''] = /href="([^"]+)"/.exec(await page.text()) ?? [];
	return link.replaceAll('&amp;', '&');
}
