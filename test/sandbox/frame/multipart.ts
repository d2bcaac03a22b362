/** A part of a multipart form as it came. */
export interface Part {
	/** As one character for each byte: not every platform reads it as UTF-8. */
	readonly name: string;
	/** Undefined: a field. */
	readonly fileName?: string;
	readonly contentType?: string;
	readonly bytes: Buffer;
}

const DISPOSITION = /^content-disposition: form-data; name="([^"]*)"(?:; filename="([^"]*)")?$/i;

/**
 * The parts of a multipart/form-data body, read as RFC 7578 has it and no further: undefined for anything else, so that
 * what a lenient reader would mend is seen.
 */
export function partsOf(contentType: string, body: Buffer): Part[] | undefined {
	const boundary = /^multipart\/form-data; boundary=([\w'()+,./:=?-]{1,70})$/.exec(contentType)?.[1];
	if (boundary === undefined) return undefined;
	const delimiter = Buffer.from(`\r\n--${boundary}`);
	// The first delimiter needs no line end before it.
	const text = Buffer.concat([Buffer.from('\r\n'), body]);
	const parts: Part[] = [];
	let at = text.indexOf(delimiter);
	if (at !== 0) return undefined;
	for (;;) {
		const start = at + delimiter.length;
		const after = text.toString('latin1', start, start + 2);
		if (after === '--') return text.toString('latin1', start + 2) === '\r\n' ? parts : undefined;
		const end = text.indexOf(delimiter, start);
		const part = after === '\r\n' && end >= 0 ? partOf(text.subarray(start + 2, end)) : undefined;
		if (part === undefined) return undefined;
		parts.push(part);
		at = end;
	}
}

function partOf(text: Buffer): Part | undefined {
	const length = text.indexOf('\r\n\r\n');
	if (length < 0) return undefined;
	const [disposition = '', type, ...others] = text.toString('latin1', 0, length).split('\r\n');
	const [, name, fileName] = DISPOSITION.exec(disposition) ?? [];
	const contentType = /^content-type: (\S.*)$/i.exec(type ?? '')?.[1];
	// A file says what it is; a field says nothing more.
	if (name === undefined || name === '' || others.length > 0) return undefined;
	if ((fileName === undefined) !== (type === undefined) || (type !== undefined && contentType === undefined))
		return undefined;
	return {
		name,
		...(fileName === undefined ? {} : { fileName, contentType }),
		bytes: text.subarray(length + 4),
	};
}
