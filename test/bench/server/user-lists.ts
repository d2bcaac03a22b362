import type { IncomingMessage, ServerResponse } from 'node:http';

/** A list is taken by its lines, and ready at the first look. */
const READY = { id: 2_500_000, name: 'People', type: 'emails', status: 'ready' };

/** Takes lists of people while they arrive; a line without an address is refused and told. */
export async function answerUserLists(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const refused = request.method === 'POST' ? await refusedLines(request) : undefined;
	const body = JSON.stringify({ ...READY, matched_ids_count: 0, error: refused ?? null });
	response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

interface Refused {
	readonly line_number: number;
	readonly line: string;
	readonly error_code: string;
}

const BEGINNING = /filename="[^"]*"[\s\S]*?\r\n\r\n/;

/** Of the file in a form: what stands behind the head of its part, up to the line that ends the form. */
async function refusedLines(request: IncomingMessage): Promise<Refused[]> {
	const refused: Refused[] = [];
	let [text, isInFile, place] = ['', false, 0];
	for await (const chunk of request) {
		text += (chunk as Buffer).toString('latin1');
		if (!isInFile) {
			const head = BEGINNING.exec(text);
			if (head === null) continue;
			isInFile = true;
			text = text.slice(head.index + head[0].length);
		}
		const lines = text.split('\n');
		text = lines.pop() ?? '';
		for (const line of lines) {
			place += 1;
			if (!line.includes('@') && !line.endsWith('\r'))
				refused.push({ line_number: place, line, error_code: 'invalid_email' });
		}
	}
	return refused;
}
