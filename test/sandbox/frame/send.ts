import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';

import { wholeText, type Answer } from './answer';
import { deliver, encode, spoil } from './faults/content';
import { isDelivery, type ContentFault, type DeliveryFault } from './faults/fault';

/** Writes an answer, as gzip where the client takes it, spoilt as the fault says. */
export async function send(
	answer: Answer,
	acceptEncoding: string | undefined,
	response: ServerResponse,
	fault: ContentFault | DeliveryFault | undefined,
	closing: AbortSignal,
): Promise<void> {
	const isBomb = fault?.kind === 'gzip-bomb';
	const isAccepted = /\bgzip\b/.test(acceptEncoding ?? '');
	const negotiated = answer.file === undefined && isAccepted ? 'gzip' : undefined;
	const declared =
		isBomb && answer.file !== 'gzip' ? 'gzip' : fault?.kind === 'oversized' ? undefined : negotiated;
	// A bomb has its compression in it, and what is too long is so on the wire, too.
	const isSentAsIs = isBomb || fault?.kind === 'oversized';
	const encoding = isSentAsIs ? undefined : answer.file === 'gzip' ? 'gzip' : negotiated;
	const headers: Record<string, string> = { ...answer.headers };
	if (fault?.kind === 'wrong-content-type') headers['content-type'] = fault.contentType;
	if (declared !== undefined) headers['content-encoding'] = declared;
	if (answer.file === undefined) headers.vary = 'Accept-Encoding';

	const content = contentOf(answer, fault);
	if (!Buffer.isBuffer(content)) {
		response.writeHead(answer.status, headers);
		const source = Readable.from(content, { highWaterMark: 1 });
		await (encoding === undefined ? pipeline(source, response) : pipeline(source, createGzip(), response));
		return;
	}
	// Nothing has no encoding, and an empty body is what some answers are about.
	const bytes = encoding === undefined || content.length === 0 ? content : gzipSync(content);
	if (content.length === 0) delete headers['content-encoding'];
	response.writeHead(answer.status, { ...headers, 'content-length': String(bytes.length) });
	if (fault !== undefined && isDelivery(fault)) await deliver(bytes, response, fault, closing);
	else response.end(bytes);
}

function contentOf(
	answer: Answer,
	fault: ContentFault | DeliveryFault | undefined,
): Buffer | Iterable<string | Buffer> {
	if (fault !== undefined && !isDelivery(fault)) return spoil(answer, fault);
	if (typeof answer.body === 'string') return encode(answer.body, answer.charset);
	return fault === undefined ? answer.body : Buffer.from(wholeText(answer));
}
