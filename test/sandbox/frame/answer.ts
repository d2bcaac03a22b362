/** What a platform answers; how it gets onto the wire is decided in `send.ts`. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	/** A string goes out with Content-Length, an iterable is streamed in chunks. */
	readonly body: string | Iterable<string>;
	/** A stored file: gzip is part of its content and no content encoding is negotiated. */
	readonly file?: 'plain' | 'gzip';
	/** How the text becomes bytes; UTF-8 unless given. What the answer says about itself is another matter. */
	readonly charset?: 'windows-1251';
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
	return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** JSON that is written while it is sent. */
export function streamedJson(chunks: Iterable<string>): Answer {
	return { status: 200, headers: { 'content-type': JSON_TYPE }, body: chunks };
}

/** The same, of rows between a beginning and an end. */
export function* listed(head: string, rows: Iterable<object>, tail: string): Generator<string, void> {
	let chunk = head;
	let written = 0;
	for (const row of rows) {
		chunk += (written > 0 ? ',' : '') + JSON.stringify(row);
		written++;
		if (written % ROWS_PER_CHUNK === 0) {
			yield chunk;
			chunk = '';
		}
	}
	yield chunk + tail;
}

const ROWS_PER_CHUNK = 500;

/** The same answer with another text. */
export function withBody(answer: Answer, change: (body: string) => string): Answer {
	return { ...answer, body: change(wholeText(answer)) };
}

export function wholeText({ body }: Answer): string {
	return typeof body === 'string' ? body : [...body].join('');
}

export function text(status: number, contentType: string, body: string): Answer {
	return { status, headers: { 'content-type': contentType }, body };
}

const JSON_TYPE = 'application/json; charset=utf-8';
