import type { z } from 'zod';

import { ResponseInvalidError } from '../errors';
import { isRow } from '../rows';
import type { ClientRequest } from './request';
import { quoted } from './words';

/** Where a refusal has its words. Of other fields nothing is quoted: they may be people's. */
const OF_REFUSALS: ReadonlySet<string> = new Set([
	'error',
	'errors',
	'error_description',
	'code',
	'message',
	'detail',
	'details',
]);

/** The error for a good answer in another form than it should have; a refusal in disguise says so in its own words. */
export function unknownForm(
	{ path }: ClientRequest,
	{ issues }: z.ZodError,
	body: unknown,
): ResponseInvalidError {
	const at = issues[0]?.path.join('.') ?? '';
	const place = at === '' ? 'at its top' : `at "${at}"`;
	const words = quoted(refusalIn(body));
	const said = words === '' ? '' : ` It says: ${words}`;
	return new ResponseInvalidError(`The platform's answer to ${path} has an unknown form (${place}).${said}`);
}

function refusalIn(body: unknown): unknown {
	if (typeof body === 'string') return body;
	if (!isRow(body)) return undefined;
	return Object.fromEntries(Object.entries(body).filter(([name]) => OF_REFUSALS.has(name)));
}
