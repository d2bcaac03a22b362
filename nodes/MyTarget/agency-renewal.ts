import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { systemClock, type Clock } from '../../connector/clock';
import { TemporarilyUnavailableError } from '../../connector/errors';
import type { CredentialHost } from '../shared/platform/credential-host';
import { joinUnderWay } from '../shared/platform/join-under-way';
import { processKey } from '../shared/platform/ports';
import {
	goodToken,
	handedOver,
	keptTokens,
	mergedTokens,
	newerOf,
	ownerOf,
	PROBE_PATH,
	type KeptTokens,
	type Token,
	type TokenSettings,
} from './token';

/** Another process that read the credential before this one wrote it has written by then; our choice, in milliseconds. */
const SETTLE_MS = 25;

/** Processes that write at once need one each; our choice. */
const MOST_WRITES = 10;

/**
 * By credential and secret, the tokens that this process has had. Of two processes that write at once one may undo what
 * the other has written, and a token that is lost still takes one of the client's five.
 */
const remembered = new Map<string, KeptTokens>();

/** By credential and account: two renewals at the same time would invalidate each other's token (sheet 1.7). */
const join = joinUnderWay<string>();

/** By credential, the last of those that write it, one after another. */
const writing = new Map<string, Promise<void>>();

/**
 * The token to use in place of a refused one, where a credential keeps those of several accounts. n8n's own way to get
 * one knows nothing of clients, and holds the map while it waits for the platform. So the token is had here and only
 * stored by n8n, with what the map holds at that moment.
 *
 * @param refused '' where there is no token yet
 * @throws {ConnectorError} there is none to be had, with the platform's reason
 */
export async function renewedAmongSeveral(
	host: CredentialHost,
	settings: TokenSettings,
	refused: string,
	clock: Clock = systemClock,
): Promise<string> {
	const key = processKey(host.id, ownerOf(settings), settings.clientSecret);
	return join(key, async () => renew(host, settings, refused, clock));
}

async function renew(
	host: CredentialHost,
	settings: TokenSettings,
	refused: string,
	clock: Clock,
): Promise<string> {
	const owner = ownerOf(settings);
	const own = processKey(host.id, settings.baseUrl, settings.clientId, settings.clientSecret);
	const known = mergedTokens(keptTokens(await host.read()), remembered.get(own) ?? new Map()).get(owner);
	const isGood = known !== undefined && known.token !== refused;
	const token = isGood ? known : await goodToken(host.http, settings, known, clock.now());
	remembered.set(own, mergedTokens(remembered.get(own) ?? new Map(), new Map([[owner, token]])));
	const before = writing.get(host.id);
	const stored = (before ?? Promise.resolve()).then(async () =>
		keep(host, own, { owner, token }, settings, clock),
	);
	const settled = stored.catch(() => undefined);
	writing.set(host.id, settled);
	void settled.then(() => {
		if (writing.get(host.id) === settled) writing.delete(host.id);
	});
	await stored;
	return token.token;
}

/** Writes until the store holds it, together with all that others have written meanwhile. */
async function keep(
	host: CredentialHost,
	own: string,
	{ owner, token }: { readonly owner: string; readonly token: Token },
	{ baseUrl, agencyClientName }: TokenSettings,
	clock: Clock,
): Promise<void> {
	for (let writes = 0; writes < MOST_WRITES; writes++) {
		const credential = await host.read();
		const stored = keptTokens(credential);
		if (newerOf(stored.get(owner), token).token === stored.get(owner)?.token) return;
		await write(
			host,
			baseUrl,
			token,
			handedOver(credential, mergedTokens(stored, remembered.get(own) ?? new Map()), clock.now()),
		);
		await clock.sleep(SETTLE_MS * (1 + clock.random()));
	}
	throw new TemporarilyUnavailableError(
		`n8n does not store the access token of ${agencyClientName === '' ? 'the agency' : agencyClientName} in the credential.`,
		{
			advice:
				'Run it again in a while. If that goes on, look at the log of n8n: without storing them, each run would take one more of the five tokens that a client has.',
		},
	);
}

async function write(
	host: CredentialHost,
	baseUrl: string,
	{ token }: Token,
	data: ICredentialDataDecryptedObject,
): Promise<void> {
	// It is stored before the request goes out, so what becomes of that does not matter; the store is read again.
	await host.authenticatedGet(baseUrl + PROBE_PATH, { token, data }).catch(() => undefined);
}
