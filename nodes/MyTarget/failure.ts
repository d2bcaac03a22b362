import {
	failureForStatus,
	HtmlPage,
	joined,
	listed,
	quoted,
	unforeseenRefusal,
	type Answer,
} from '../../connector/client';
import {
	AccessDeniedError,
	NotFoundError,
	RequestInvalidError,
	type ConnectorError,
} from '../../connector/errors';
import { isRow } from '../../connector/rows';
import { exhaustedIn, meansNoAccess } from './budget';
import { isRefusalAlone, readRefusal, type Refusal } from './error-body';
import { BASE_URL_ADVICE } from './token';

/** Marks a refusal of statistics because of one of the ids asked for; the platform does not say which. */
const ID_FIELD = 'id';

const DEAD_ID = /^WRONG_(BANNERS|CAMPAIGNS|AD_?GROUPS|AD_?PLANS|USERS|IDS)$/;

/** Reads a refusal: the status first (trap 55), then the body in whatever form; also one that claims success. */
export function failureOf(answer: Answer): ConnectorError | undefined {
	const { status, body } = answer;
	const claimsSuccess = status < 300;
	if (claimsSuccess ? !isRefusalAlone(body) : status < 400) return undefined;
	if (status === 429) return tooMany(answer);
	const refusal = readRefusal(body);
	if (saysNothing(refusal)) return unforeseenRefusal('VK Ads (myTarget)', answer);
	const { fields } = refusal;
	// Codes of statistics are documented with a prefix that real answers lack (trap 42).
	const code = refusal.code.replace(/^ERR_/, '').toUpperCase();
	const message = messageOf(refusal, status);
	const details = { status, inDoubt: claimsSuccess };
	if (DEAD_ID.test(code)) return new NotFoundError(message, { ...details, fields: [ID_FIELD] });
	if (code === 'LIMIT_EXCEEDED' && status < 500)
		return new RequestInvalidError(message, { ...details, splittable: true });
	if (claimsSuccess) return new RequestInvalidError(message, { ...details, fields });
	return failureForStatus(status, message, { retryAfterMs: answer.retryAfterMs, fields });
}

/** Whether statistics were refused because of an id that does not exist, or belongs to somebody else. */
export function isAboutAnId({ kind, fields }: ConnectorError): boolean {
	return kind === 'not-found' && fields.includes(ID_FIELD);
}

function tooMany(answer: Answer): ConnectorError {
	const { status, body, retryAfterMs = 0 } = answer;
	if (meansNoAccess(body))
		return new AccessDeniedError(
			'VK Ads (myTarget) allows this account no requests of this kind: all of its limits are 0 (429).',
			{ status },
		);
	const { waitMs: untilReset, windowMs } = exhaustedIn(answer) ?? { waitMs: 0, windowMs: undefined };
	const said = saidBeside(body);
	const message = `VK Ads (myTarget) answered: too many requests of this kind (429).${said === '' ? '' : ` It says: ${said}.`}`;
	const waitMs = Math.max(retryAfterMs, untilReset);
	return failureForStatus(status, message, {
		retryAfterMs: waitMs === 0 ? undefined : waitMs,
		windowMs,
		unforeseen: body instanceof HtmlPage ? 'page' : undefined,
	});
}

/** A list of the limits (E10) says no more than the status. */
function saidBeside(body: unknown): string {
	if (isRow(body) && 'limits' in body) return '';
	const refusal = readRefusal(body);
	return saysNothing(refusal)
		? quoted(body)
		: joined(refusal.words, refusal.code, listed(refusal.fieldTexts));
}

function saysNothing({ code, words, fieldTexts }: Refusal): boolean {
	return words === '' && code === '' && fieldTexts.length === 0;
}

function messageOf({ code, words, fieldTexts }: Refusal, status: number): string {
	const about = fieldTexts.length === 0 ? '' : ` Fields: ${listed(fieldTexts)}.`;
	const head = ['VK Ads (myTarget) answered:', words, `(${[code, status].filter(Boolean).join(', ')})`];
	return `${head.filter(Boolean).join(' ')}.${about}`;
}

/** What a user of myTarget can do about an error. */
export function advice(error: ConnectorError): string | undefined {
	const { kind, status, unforeseen } = error;
	if (kind === 'not-found' && unforeseen && !isAboutAnId(error)) return BASE_URL_ADVICE;
	if (kind === 'credential-invalid')
		return 'Check the credential: the Client ID and Client Secret (or the Access Token), and that its Platform is the one that they belong to. The test environment has a client ID of its own.';
	if (kind === 'access-denied')
		return status === 429
			? 'Ask the support of the platform to allow the method. Waiting does not help.'
			: 'Data can be reached only with a token of the account that owns it: for a client of an agency set Options > Agency Client, with a credential of the agency (Client Credentials or Agency Client Credentials). Rate Limit > Get Many shows what the account may do.';
	if (kind === 'not-found')
		return isAboutAnId(error)
			? 'One of the IDs does not exist or belongs to another account. Set Options > On Slice Failure to Continue, and the node finds out which one and loads the others.'
			: 'Check the ID, or the Path of an API Request, and the Platform of the credential; the object may have been deleted.';
	if (kind !== 'request-invalid') return undefined;
	if (status === 405) return 'This resource does not allow the method.';
	// Days would be halved first, which makes no address shorter.
	return status === 414 ? 'The address was too long: lower Options > IDs per Request.' : undefined;
}
