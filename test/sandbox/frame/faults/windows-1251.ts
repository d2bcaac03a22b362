const CAPITAL_A = 0x410;
const SMALL_YA = 0x44f;

/** The letters of the Russian alphabet that lie apart from the others. */
const APART: Readonly<Record<string, number>> = { Ё: 0xa8, ё: 0xb8, '№': 0xb9, '«': 0xab, '»': 0xbb };

/** The bytes of a text in windows-1251; what it cannot say becomes a question mark. */
export function windows1251(text: string): Buffer {
	const bytes = Buffer.alloc(text.length);
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code < 0x80) bytes[index] = code;
		else if (code >= CAPITAL_A && code <= SMALL_YA) bytes[index] = 0xc0 + code - CAPITAL_A;
		else bytes[index] = APART[text[index]!] ?? 0x3f;
	}
	return bytes;
}
