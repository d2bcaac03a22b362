import { z } from 'zod';

import { quoted } from '../../../connector/client';
import {
	createRedactor,
	CredentialInvalidError,
	ResponseInvalidError,
	TemporarilyUnavailableError,
	type ConnectorError,
} from '../../../connector/errors';
import { readAuthError } from './auth-error';
import { postForm, type Exchange, type Http } from './exchange';
import { BASE_URL_ADVICE, type TokenSettings } from './settings';

/** A token of one account. */
export interface Token {
	readonly token: string;
	/** '' where there is none. */
	readonly refreshToken: string;
	/** ISO 8601; '' for a token that never expires. Whether a token has expired is the platform's word. */
	readonly expiresAt: string;
	/** ISO 8601; '' where that was not kept. */
	readonly renewedAt: string;
}

/** What n8n keeps of tokens in the credential, under the credential's property names. */
export interface IssuedToken {
	/** Of one account, or of several as JSON. */
	readonly issuedToken: string;
	/** These are of a single one. */
	readonly refreshToken: string;
	readonly tokenExpiresAt: string;
	readonly tokenOwner: string;
}

const ISSUING_PATH = '/api/v2/oauth2/token.json';

/** Life times come as a number or as text (sheet 1.3); a permanent token has none. */
const tokenAnswer = z.looseObject({
	access_token: z.string().min(1),
	refresh_token: z.string().nullish(),
	expires_in: z.union([z.number(), z.string()]).nullish(),
});

/** Takes one of the five tokens of the account. */
export async function issueToken(http: Http, settings: TokenSettings, now: number): Promise<Token> {
	const { baseUrl, grant, clientId, clientSecret, agencyClientName } = settings;
	const answer = await postForm(http, baseUrl + ISSUING_PATH, {
		grant_type: grant,
		client_id: clientId,
		client_secret: clientSecret,
		...(agencyClientName === '' ? {} : { agency_client_name: agencyClientName }),
	});
	return readToken(answer, settings, '', now);
}

/** Takes none of them, but the old value of the token dies at once (sheet 1.7). */
export async function refreshedToken(
	http: Http,
	settings: TokenSettings,
	refreshToken: string,
	now: number,
): Promise<Token> {
	const answer = await postForm(http, settings.baseUrl + ISSUING_PATH, {
		grant_type: 'refresh_token',
		refresh_token: refreshToken,
		client_id: settings.clientId,
		client_secret: settings.clientSecret,
	});
	return readToken(answer, settings, refreshToken, now);
}

/** @param refreshToken the one in use; the answer's replaces it where it has one (trap 25) */
function readToken(
	{ status, body }: Exchange,
	settings: TokenSettings,
	refreshToken: string,
	now: number,
): Token {
	if (status !== 200) throw refusal({ status, body }, settings, refreshToken);
	const parsed = tokenAnswer.safeParse(body);
	if (!parsed.success)
		throw new ResponseInvalidError(
			'VK Ads (myTarget) answered the request for an access token in an unknown form.',
		);
	const { access_token, refresh_token, expires_in } = parsed.data;
	const seconds = Number(expires_in ?? NaN);
	return {
		token: access_token,
		refreshToken: refresh_token ?? refreshToken,
		expiresAt: Number.isFinite(seconds) ? new Date(now + seconds * 1000).toISOString() : '',
		renewedAt: new Date(now).toISOString(),
	};
}

const LIMIT_REACHED =
	'All 5 access tokens that this Client ID may have for the account are taken; expired ones count as well. Enter one that is in use elsewhere as Authentication > Access Token, or let support raise it with your Client ID, or have all tokens of the account deleted with POST /api/v2/oauth2/token/delete.json, which also stops every other program that uses one. Tokens that nobody uses for a month go by themselves.';

/** An agency client that does not exist is no more than an invalid request to the platform. */
function whatToCheck(code: string, status: number, { agencyClientName }: TokenSettings): string | undefined {
	if (status === 404) return BASE_URL_ADVICE;
	if (code === 'invalid_client')
		return 'Check the Client ID, the Client Secret and that the Platform is the one they belong to.';
	return code === 'invalid_request' && agencyClientName !== ''
		? 'Check the Agency Client Name, or Options > Agency Client: it is the user.username that Client > Get Many gives.'
		: undefined;
}

/** Without the status: n8n would put its own text for it in place of this message. */
function refusal({ status, body }: Exchange, settings: TokenSettings, refreshToken: string): ConnectorError {
	const { code, words } = readAuthError(body);
	const isKnown = code !== '' || words !== '';
	const said = createRedactor([settings.clientSecret, refreshToken])(
		[isKnown ? words : quoted(body), `(${[code, status].filter(Boolean).join(', ')})`]
			.filter(Boolean)
			.join(' '),
	);
	const answered = `VK Ads (myTarget) gave no access token; it answered: ${said}.`;
	if (status === 429 || status >= 500) return new TemporarilyUnavailableError(answered);
	const isFull = code === 'token_limit_exceeded' || /limit reached/i.test(words);
	const advice = isFull ? LIMIT_REACHED : whatToCheck(code, status, settings);
	return new CredentialInvalidError(answered, { fields: [code], advice });
}
