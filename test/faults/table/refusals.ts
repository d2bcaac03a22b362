import type { ErrorKind } from '../../../connector/errors';
import type { FaultEntry, Scene } from '../model';
import { entry, exceptForFiles, final, passing, saying } from './expectations';

/** It repeats a secret and goes on and on: what is shown of it is short and has that masked. */
const wordsTo = (secret: string) => `Gate 7 says no to ${secret}. ${'Nobody gets in. '.repeat(100)}`;

/** A refusal to somebody, in forms that no fact sheet has. */
export const GATE = {
	'a detail': (secret: string) => JSON.stringify({ detail: wordsTo(secret) }),
	'a list of errors': (secret: string) => JSON.stringify({ errors: [{ message: wordsTo(secret) }] }),
	'a message': (secret: string) => JSON.stringify({ message: wordsTo(secret) }),
	'plain text': wordsTo,
	XML: (secret: string) => `<Error><Message>${wordsTo(secret)}</Message></Error>`,
} as const;

export const SAID = /Gate 7 says no to /;

function unforeseen(status: number, form: keyof typeof GATE, expect: FaultEntry['expect']): FaultEntry {
	const strike = ({ secrets: [secret = ''] }: Scene) =>
		({ kind: 'status', status, body: GATE[form](secret) }) as const;
	return entry('refusal', `unforeseen refusal: ${status} with ${form}`, strike, expect, {
		lasting: ['for good'],
	});
}

const masked = { said: new RegExp(`${SAID.source}\\*{3}`) };
const refused = (kind: ErrorKind) => exceptForFiles(saying(masked, final(kind)));

/** Whoever asks after a job goes on until the deadline, which is told then. */
const broken: FaultEntry['expect'] = (role, lasting) => {
	const expect = passing('temporarily-unavailable');
	return (role === 'poll' ? expect : saying(masked, expect))(role, lasting);
};

const ADVICE = /Base URL/;
export const WRONG_PATH_PAGE =
	'<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>nginx</body></html>';

function wrongPath(form: string, answer: string): FaultEntry {
	return entry(
		'refusal',
		`wrong base path: 404 with ${form}`,
		{ kind: 'status', status: 404, body: answer },
		saying({ advice: ADVICE }, final('not-found')),
		{ lasting: ['for good'], canStrike: (request, { roleOf }) => roleOf(request) !== 'download' },
	);
}

/** Refusals in forms that no fact sheet has. */
export const refusals: readonly FaultEntry[] = [
	unforeseen(400, 'a detail', refused('request-invalid')),
	unforeseen(400, 'XML', refused('request-invalid')),
	unforeseen(403, 'a message', refused('access-denied')),
	unforeseen(422, 'a list of errors', refused('request-invalid')),
	unforeseen(500, 'plain text', exceptForFiles(broken)),
	wrongPath('a page', WRONG_PATH_PAGE),
	wrongPath('plain text', '404 page not found'),
];
