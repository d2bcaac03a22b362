import { ResponseInvalidError } from '../errors';
import { parseJson, parseJsonRows } from './json-pieces';
import { withoutBom } from './utf8';

/**
 * Reads a whole JSON body (UTF-8, a BOM is tolerated). Long lists of rows are parsed piece by piece.
 *
 * @param chunks the body in chunks of any size
 * @param options `maxBytes`: a longer body is refused without reading it to its end
 * @returns the value, undefined for an empty body
 * @throws ResponseInvalidError when the body is too long, not UTF-8 or not JSON; the message says what came instead,
 *   never its content
 */
export async function readJson(
	chunks: AsyncIterable<Uint8Array>,
	options: { maxBytes: number },
): Promise<unknown> {
	return readBody(chunks, options, parseJson);
}

/** As {@link readJson}, but a long list of flat rows comes as `RowPieces`, which are parsed when they are read. */
export async function readJsonRows(
	chunks: AsyncIterable<Uint8Array>,
	options: { maxBytes: number },
): Promise<unknown> {
	return readBody(chunks, options, parseJsonRows);
}

async function readBody(
	chunks: AsyncIterable<Uint8Array>,
	options: { maxBytes: number },
	parse: (bytes: Buffer) => Promise<unknown>,
): Promise<unknown> {
	const read: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes += chunk.length;
		if (bytes > options.maxBytes) {
			throw new ResponseInvalidError(`The answer is longer than ${options.maxBytes} bytes.`, {
				splittable: true,
			});
		}
		read.push(chunk);
	}
	const body = Buffer.concat(read);
	read.length = 0;
	if (isBlank(body)) return undefined;
	try {
		return await parse(body);
	} catch (error) {
		if (error instanceof ResponseInvalidError) throw error;
		// The engine's own error quotes the content, so it is no cause to pass on.
		const text = withoutBom(body.toString()).trimStart();
		throw new ResponseInvalidError(`The answer ${describeNonJson(text, bytes)}.`);
	}
}

function isBlank(body: Buffer): boolean {
	// A body that is worth reading begins with more than blanks; a megabyte of them is no reason to decode it all.
	return withoutBom(body.toString('utf8', 0, 64)).trim() === '' && withoutBom(body.toString()).trim() === '';
}

function describeNonJson(text: string, bytes: number): string {
	if (/^<(!doctype html|html)\b/i.test(text)) return 'is an HTML page instead of JSON';
	if (text.startsWith('<')) return 'is XML instead of JSON';
	if (/^[[{]/.test(text) && endsInside(text)) return `breaks off after ${bytes} bytes`;
	return `is no valid JSON (${bytes} bytes)`;
}

/** True when a JSON text ends within an array or an object. */
function endsInside(text: string): boolean {
	let depth = 0;
	let inString = false;
	for (let index = 0; index < text.length; index++) {
		const character = text[index];
		if (inString) {
			if (character === '\\') index++;
			else if (character === '"') inString = false;
		} else if (character === '"') inString = true;
		else if (character === '[' || character === '{') depth++;
		else if (character === ']' || character === '}') depth--;
	}
	return depth > 0;
}
