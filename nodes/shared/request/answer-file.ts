import type { IBinaryData } from 'n8n-workflow';

import type { ClientRequest } from '../../../connector/client';
import type { Row } from '../../../connector/rows';
import type { TransportResponse } from '../../../connector/transport';
import type { Run } from '../operations/run';

/** An answer that is a file, in n8n's binary store by now. */
export class AnswerFile {
	constructor(readonly binary: IBinaryData) {}
}

/** JSON, and what is a broken answer where JSON was expected: a page for people, plain text, the XML of a proxy. */
const NO_FILE = /^(application\/([\w.+-]+\+)?(json|xml)|text\/(html|plain|json|xml))\b/i;

/** Has an answer that is no JSON read as a file. */
export function readingFiles(
	{ storeFile }: Pick<Run<unknown>, 'storeFile'>,
	path: string,
): Pick<ClientRequest, 'accept' | 'decode'> {
	// What is asked for as JSON is read as JSON, whatever a proxy calls it.
	if (path.endsWith('.json')) return {};
	const ending = /\.\w+$/.test(path);
	return {
		accept: ending ? '*/*' : undefined,
		decode: (response) => (isFile(response, ending) ? store(response, path, storeFile) : undefined),
	};
}

function isFile({ status, headers }: TransportResponse, hasEnding: boolean): boolean {
	const type = headers['content-type'];
	if (status < 200 || status > 299 || status === 204 || type === undefined) return false;
	return !NO_FILE.test(type) || (hasEnding && /^text\/plain\b/i.test(type));
}

async function store(
	{ body, headers }: TransportResponse,
	path: string,
	storeFile: Run<unknown>['storeFile'],
): Promise<AnswerFile> {
	const [type = ''] = (headers['content-type'] ?? '').split(';');
	const [, named] = /filename="?([^";]+)"?/i.exec(headers['content-disposition'] ?? '') ?? [];
	// A name is a name, whatever folders a server puts before it.
	const fileName = (named ?? path).split(/[\\/]/).at(-1);
	return new AnswerFile(await storeFile(body, fileName, type.trim()));
}

/** The row of a file, with the file beside it. */
export function fileRow({ beside }: Pick<Run<unknown>, 'beside'>, { binary }: AnswerFile): Row {
	const row = { fileName: binary.fileName ?? null, mimeType: binary.mimeType };
	beside(row, { binary: { data: binary } });
	return row;
}
