/** What a text turns out to be before its first element: `incomplete` when more of it is needed to tell. */
export type XmlProlog = 'incomplete' | 'xml' | 'doctype' | 'html' | 'json' | 'other';

const MAX_PROLOG = 8 * 1024;
/** Enough to tell `<!DOCTYPE html` from others. */
const DOCTYPE_LENGTH = 16;

/**
 * Looks at the beginning of a document, so that whatever is no XML, or has a document type declaration (and with it
 * entities of its own), never reaches the parser. A prolog of more than 8,192 characters counts as no XML.
 *
 * @param text the beginning, without white space in front
 */
export function xmlProlog(text: string): XmlProlog {
	// Always the same part, so that the answer does not depend on how the text was cut.
	const prolog = text.slice(0, MAX_PROLOG);
	const end = prologEnd(prolog);
	const kind = end < 0 ? 'incomplete' : kindOf(prolog.slice(end));
	return kind === 'incomplete' && text.length >= MAX_PROLOG ? 'other' : kind;
}

/** Offset of the first thing that is no comment, processing instruction or white space; -1 when one is not closed. */
function prologEnd(text: string): number {
	let offset = 0;
	for (;;) {
		const comment = text.startsWith('<!--', offset);
		if (comment || text.startsWith('<?', offset)) {
			const end = comment ? text.indexOf('-->', offset + 4) : text.indexOf('?>', offset + 2);
			if (end < 0) return -1;
			offset = end + (comment ? 3 : 2);
		} else if (/[ \t\r\n]/.test(text.charAt(offset))) {
			offset++;
		} else {
			return offset;
		}
	}
}

function kindOf(rest: string): XmlProlog {
	if ('<!--'.startsWith(rest)) return 'incomplete';
	if (rest.startsWith('<!')) {
		if (rest.length < DOCTYPE_LENGTH && !rest.includes('>')) return 'incomplete';
		if (/^<!doctype\s+html\b/i.test(rest)) return 'html';
		return /^<!doctype\b/i.test(rest) ? 'doctype' : 'other';
	}
	if (/^[[{]/.test(rest)) return 'json';
	if (!/^<[^\s/<>!?=]/.test(rest)) return 'other';
	const name = /^<([^\s/>]+)[\s/>]/.exec(rest)?.[1];
	if (name === undefined) return 'incomplete';
	return name.toLowerCase() === 'html' ? 'html' : 'xml';
}
