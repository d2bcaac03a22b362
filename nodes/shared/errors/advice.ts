import type { ConnectorError } from '../../../connector/errors';

type Advise = (error: ConnectorError) => string | undefined;

/** "in 5 minutes", for a wait in milliseconds. */
export function inTime(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	if (seconds < 120) return `in ${seconds} seconds`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 120 ? `in ${minutes} minutes` : `in ${Math.ceil(minutes / 60)} hours`;
}

function whenOf(retryAfterMs: number | undefined): string {
	return retryAfterMs === undefined ? 'later' : inTime(retryAfterMs);
}

/** What a user can do about an error: look, where a change may have been made; else what the platform knows of it. */
export function adviceOn(error: ConnectorError, ofPlatform: Advise): string {
	return error.check ?? error.advice ?? aboutPages(error) ?? ofPlatform(error) ?? generalAdvice(error);
}

/** Servers of every platform send pages with these, and mean what the status says. */
const OF_SERVERS: ReadonlySet<number | undefined> = new Set([401, 404, 405, 413, 414]);

/** With any other status a page for people says nothing about the account or the request. */
function aboutPages({ status, unforeseen }: ConnectorError): string | undefined {
	if (unforeseen !== 'page' || OF_SERVERS.has(status)) return undefined;
	return 'Such a page comes from a firewall or a proxy on the way, or from a platform under maintenance. Check that this server may reach the address, and the Base URL of the credential; if both are right, run it again later.';
}

/**
 * Where nothing of a platform's API answered.
 *
 * @param usual what the Base URL is as a rule
 * @param added what the node adds to it
 */
export function wrongBaseUrl(usual: string, added: string): string {
	return `Nothing is known at this address. Check the Base URL of the credential: as a rule it is ${usual}, to which the node itself adds ${added}. If it is right, the platform does not know what was asked for.`;
}

/** The advice of a platform where there are no Options: in dropdowns and in the credential's test. */
export function adviceInEditor(ofPlatform: Advise): Advise {
	return (error) => {
		const { kind, retryAfterMs } = error;
		if (kind === 'rate-limited' || kind === 'quota-exhausted') return `Try again ${whenOf(retryAfterMs)}.`;
		return ofPlatform(error) ?? (kind === 'timeout' ? 'Try again later.' : undefined);
	};
}

/** The advice of a platform on an account that n8n has connected by OAuth2: nobody has entered its token. */
export function connectedAdvice(ofPlatform: Advise): Advise {
	return (error) =>
		error.kind === 'credential-invalid'
			? 'Open the credential and connect the account again. Its application needs the scope that the credential names.'
			: ofPlatform(error);
}

/** What holds for every platform. */
export function generalAdvice(error: ConnectorError): string {
	const { kind, retryAfterMs, splittable, tooLongWait, unforeseen } = error;
	const later = whenOf(retryAfterMs);
	switch (kind) {
		case 'rate-limited':
		case 'quota-exhausted':
			return tooLongWait
				? `Run it again ${later}, or set Options > Max Wait so high that the node itself waits.`
				: `Run it again ${later}. Other programs may be using up what the account is allowed.`;
		case 'temporarily-unavailable':
			return 'Run it again later. If it goes on, check the Base URL of the credential and whether this server reaches the internet.';
		case 'timeout':
			return splittable
				? 'Make the parts of the report smaller in Options, or raise Options > Timeout.'
				: 'Run it again later, or raise the time allowed in Options.';
		case 'credential-invalid':
			return 'Check the token in the credential, and whether it has expired.';
		case 'access-denied':
			return 'Check that the account of the credential may see what you ask for.';
		case 'request-invalid':
			return 'Check the values of the parameters that the message names.';
		case 'not-found':
			return unforeseen
				? 'Nothing is known at this address. Check the Base URL of the credential.'
				: 'Check the ID, for the object may have been deleted, and the Base URL of the credential.';
		case 'response-invalid':
			return 'The platform may be under maintenance, or a proxy answered in its place. Run it again later, and check the Base URL of the credential; if it goes on, the platform has changed its answers, so please report it.';
		case 'cancelled':
			return 'The execution was stopped before the node had finished.';
	}
}

/** What the platform's support wants to know; begins with a blank. */
export function requestIdText({ requestId }: ConnectorError): string {
	return requestId === undefined ? '' : ` The platform's support finds the request by its ID ${requestId}.`;
}
