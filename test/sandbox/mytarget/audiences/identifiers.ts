const MD5 = /^[\da-f]{32}$/;
const EMAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;
const PHONE = /^\+?\d{10,15}$/;
const UINT = /^\d{1,10}$/;

/** Why a line of a list is refused, by the type of the list (3.12); undefined for a good one. */
export function objectionTo(type: string, line: string): string | undefined {
	switch (type) {
		case 'emails':
			return EMAIL.test(line) || MD5.test(line) ? undefined : 'invalid_email';
		case 'phones':
			return PHONE.test(line) || MD5.test(line) ? undefined : 'invalid_phone';
		case 'vk':
		case 'ok':
		case 'mm':
			return UINT.test(line) ? undefined : 'invalid_uint';
		case 'mac':
			return /^[\da-f]{2}([:-]?[\da-f]{2}){5}$/i.test(line) ? undefined : 'invalid_mac';
		default:
			return line === '' ? 'file_reading_error' : undefined;
	}
}

/** An offline conversion: `identifier,DD.MM.YYYY` (3.31). */
export function isConversion(type: string, line: string): boolean {
	const [identifier = '', date = '', ...more] = line.split(',');
	if (more.length > 0 || !/^\d{2}\.\d{2}\.\d{4}$/.test(date)) return false;
	return type === 'email' ? EMAIL.test(identifier) : PHONE.test(identifier);
}

/** The lines of a file as they are, without the end behind the last one. */
export function linesIn(bytes: Buffer): string[] {
	const text = bytes.toString('utf8');
	return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}
