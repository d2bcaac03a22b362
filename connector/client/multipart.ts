import { randomUUID } from 'node:crypto';

import { RequestInvalidError } from '../errors';
import type { StreamedBody } from '../transport';

/** A file as a part of a form. */
export interface FormFile {
	/** Of the part, as the platform's documentation calls it. */
	readonly name: string;
	readonly fileName: string;
	readonly contentType: string;
	/** Its length; undefined where nobody knows, and the body goes out in chunks of no told length. */
	readonly bytes: number | undefined;
	/** Begins at its first byte, once for each attempt. */
	readonly open: () => Promise<AsyncIterable<Uint8Array>>;
}

/** A multipart/form-data body: the fields, and behind them the files. */
export interface Multipart {
	readonly fields: readonly (readonly [name: string, value: string])[];
	readonly files: readonly FormFile[];
}

/**
 * A form as it goes out (RFC 7578). Files are read while they are sent. One that cannot be read to its end leaves the
 * body without its end, too, so nobody can take it for whole.
 */
export function multipartBody(form: Multipart): { contentType: string; body: StreamedBody } {
	const boundary = `form-${randomUUID()}`;
	const fields = form.fields.map(([name, value]) => Buffer.from(`${head(boundary, name)}\r\n${value}\r\n`));
	const files = form.files.map((file) => ({ file, head: Buffer.from(fileHead(boundary, file)) }));
	const end = Buffer.from(`--${boundary}--\r\n`);
	const lengths = [
		...[...fields, end].map(({ length }) => length),
		...files.map(({ file, head: { length } }) => length + (file.bytes ?? NaN) + LINE_END.length),
	];
	const bytes = lengths.reduce((sum, length) => sum + length, 0);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: {
			bytes: Number.isNaN(bytes) ? undefined : bytes,
			async *chunks() {
				yield* fields;
				for (const { file, head: begin } of files) {
					yield begin;
					yield* fileChunks(file);
					yield LINE_END;
				}
				yield end;
			},
		},
	};
}

const LINE_END = Buffer.from('\r\n');

function head(boundary: string, name: string, more = ''): string {
	return `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"${more}\r\n`;
}

function fileHead(boundary: string, { name, fileName, contentType }: FormFile): string {
	const type = contentType.replace(/[\r\n]/g, ' ');
	return `${head(boundary, name, `; filename="${escaped(fileName)}"`)}Content-Type: ${type}\r\n\r\n`;
}

/** As browsers do it (WHATWG HTML, multipart form data). */
function escaped(text: string): string {
	return text.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

/** A file to its end. @throws {RequestInvalidError} it cannot be read, or is another file by now */
export async function* fileChunks({
	fileName,
	bytes,
	open,
}: Omit<FormFile, 'name'>): AsyncGenerator<Uint8Array> {
	let sent = 0;
	try {
		for await (const chunk of await open()) {
			sent += chunk.length;
			yield chunk;
		}
	} catch (error) {
		throw new RequestInvalidError(`The file ${fileName} could not be read to its end, so it was not sent.`, {
			advice: 'Run the workflow again from the node that makes the file.',
			cause: error,
		});
	}
	if (sent === (bytes ?? sent) && sent > 0) return;
	throw new RequestInvalidError(
		`The file ${fileName} has ${sent} bytes${bytes === undefined ? '' : ` in place of ${bytes}`}, so it was not sent.`,
		{ advice: 'Run the workflow again from the node that makes the file.' },
	);
}
