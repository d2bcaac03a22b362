import type { Answer } from '../../frame/answer';
import type { XmlAttack } from '../../frame/faults/fault';

const LAUGHS = 10;
const DEFAULT_BYTES = 200_000_000;
const OPENINGS = '<a>'.repeat(10_000);

/** Answers that a client with a careless XML parser does not survive (sheet, 6, 5). */
export function hostileAnswer(attack: XmlAttack): Answer {
	const headers = { 'content-type': 'text/xml; charset=utf-8' };
	return { status: 200, headers, body: bodyOf(attack) };
}

function bodyOf(attack: XmlAttack): string | Iterable<string> {
	switch (attack.kind) {
		case 'entity-bomb':
			return document(entities(), '&lol9;');
		case 'external-entity':
			return document(`<!ENTITY stolen SYSTEM "${attack.uri}">`, '&stolen;');
		case 'deep-nesting':
			return nesting(attack.bytes ?? DEFAULT_BYTES);
	}
}

/** Ten levels, each of them ten times the one before: a few hundred bytes that become gigabytes. */
function entities(): string {
	const levels = Array.from({ length: LAUGHS }, (_, level) => {
		const content = level === 0 ? 'lol' : `&lol${level - 1};`.repeat(10);
		return `<!ENTITY lol${level} "${content}">`;
	});
	return levels.join('\n');
}

function document(declarations: string, content: string): string {
	return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE response [
${declarations}
]>
<response><status><code>0</code></status><result><total_rows>1</total_rows><rows>1</rows>
<data><row0><ID>1</ID><name>${content}</name></row0></data></result></response>`;
}

/** Made while it is read: it is never in memory as a whole. */
function* nesting(bytes: number): Generator<string, void> {
	yield '<?xml version="1.0" encoding="utf-8"?><response><status><code>0</code></status><result><data><row0>';
	for (let sent = 0; sent < bytes; sent += OPENINGS.length) yield OPENINGS;
}
