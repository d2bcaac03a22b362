/** The parts of a multipart form, name and content with one character per byte; a file counts by its content. */
export function multipartFields(bytes: Buffer, contentType: string): [string, string][] {
	const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
	if (boundary === null) return [];
	const parts = bytes.toString('latin1').split(`--${boundary[1] ?? boundary[2]!}`);
	const fields: [string, string][] = [];
	for (const part of parts.slice(1, -1)) {
		const end = part.indexOf('\r\n\r\n');
		const name = /content-disposition:[^\r\n]*\bname="([^"]*)"/i.exec(part.slice(0, end));
		if (end >= 0 && name !== null) fields.push([name[1]!, part.slice(end + 4, -2)]);
	}
	return fields;
}
