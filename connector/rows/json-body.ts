import { ResponseInvalidError } from '../errors';
import { boundedLength, withoutBom } from './bytes';
import { behindBlanks, isOpening, runOfMembers } from './json-bytes';
import { readEnvelope } from './json-envelope';
import { BrokenOff, parseInTurns } from './json-pieces';
import { parseJson } from './json-text';
import { giveBackMemory, takeMemory } from './spare-memory';
import { Turns } from './turns';

/** Texts up to this size are parsed at once, in some milliseconds. */
const SHORT_BYTES = 256 * 1024;

/** What the bytes are called when they are no UTF-8. */
const NAME = 'The answer';

interface JsonOptions {
	/** A longer body is refused without reading it to its end; 64 MB if not given. */
	readonly maxBytes?: number;
	/** A long list of flat rows comes as `JsonRows`, which are parsed when they are read. */
	readonly unparsedRows?: boolean;
	/** Ends the work between two turns. */
	readonly signal?: AbortSignal;
}

/**
 * Reads a whole JSON body (UTF-8, a BOM is tolerated). As {@link parseJson}, but a long one is parsed in turns, between
 * which the event loop is free.
 *
 * @param chunks the body in chunks of any size
 * @returns the value, undefined for an empty body
 * @throws {ResponseInvalidError} when the body is too long, not UTF-8 or not JSON; the message says what came instead,
 *   never its content
 * @throws {CancelledError} the signal aborted meanwhile
 */
export async function readJson(
	chunks: AsyncIterable<Uint8Array>,
	{ maxBytes, unparsedRows = false, signal }: JsonOptions = {},
): Promise<unknown> {
	const turns = new Turns(signal);
	const body = withoutBom(await wholeOf(chunks, maxBytes, turns));
	if (behindBlanks(body, 0) === body.length) return undefined;
	try {
		if (body.length <= SHORT_BYTES) return parseJson(body, NAME);
		const envelope = unparsedRows ? await readEnvelope(body, NAME, turns) : undefined;
		if (envelope !== undefined) return envelope;
		const value = await parseInTurns(body, NAME, turns);
		giveBackMemory(body);
		return value;
	} catch (error) {
		// The engine's own error quotes the content, so it is no cause to pass on.
		if (!(error instanceof SyntaxError)) throw error;
		throw new ResponseInvalidError(`The answer ${describeNonJson(body, error)}.`);
	}
}

/** To copy 64 MB at once is no short turn, the less where the memory is new. */
async function wholeOf(
	chunks: AsyncIterable<Uint8Array>,
	maxBytes: number | undefined,
	turns: Turns,
): Promise<Buffer> {
	const read: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		bytes = boundedLength(bytes, chunk, maxBytes);
		read.push(chunk);
	}
	if (bytes <= SHORT_BYTES) return Buffer.concat(read);
	const whole = takeMemory(bytes);
	let offset = 0;
	for (const chunk of read) {
		whole.set(chunk, offset);
		offset += chunk.length;
		if (turns.isOver) await turns.next();
	}
	return whole;
}

/** Enough to tell what it is instead. */
const BEGINNING_BYTES = 1024;

function describeNonJson(body: Buffer, error: SyntaxError): string {
	const beginning = body.toString('latin1', 0, BEGINNING_BYTES).trimStart();
	if (/^<(!doctype html|html)\b/i.test(beginning)) return 'is an HTML page instead of JSON';
	if (beginning.startsWith('<')) return 'is XML instead of JSON';
	if (error instanceof BrokenOff || breaksOff(body)) return `breaks off after ${body.length} bytes`;
	return `is no valid JSON (${body.length} bytes)`;
}

/** Of a text that was parsed at once. */
function breaksOff(body: Buffer): boolean {
	const start = behindBlanks(body, 0);
	if (body.length > SHORT_BYTES || !isOpening(body[start])) return false;
	return runOfMembers(body, start + 1, {})?.closes !== true;
}
