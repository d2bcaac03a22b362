import { replacedNumbers } from './json-text';

/** A number with more digits than JavaScript's have. It goes out as it was written. */
export class ExactNumber {
	constructor(readonly digits: string) {}
}

/** A whole number in digits, as a JavaScript number where that holds them all. */
export function exactNumber(digits: string): number | ExactNumber {
	return goesOutAs(digits) ? Number(digits) : new ExactNumber(digits);
}

/**
 * As `JSON.parse`, for what is going to be written again: a number that would come out as another one is an
 * {@link ExactNumber}.
 *
 * @throws {SyntaxError}
 */
export function parseExactJson(text: string): unknown {
	const mark = strangerTo(JSON.stringify(JSON.parse(text)));
	const marked = replacedNumbers(text, (number) => (goesOutAs(number) ? number : `"${mark}${number}"`));
	return JSON.parse(marked, (_name, value: unknown) =>
		typeof value === 'string' && value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value,
	) as unknown;
}

/** As `JSON.stringify`, with every {@link ExactNumber} as the number that it is. */
export function writeJson(value: unknown): string {
	const found: ExactNumber[] = [];
	const withoutMark = JSON.stringify(value, (_name, inner: unknown) => {
		if (inner instanceof ExactNumber) found.push(inner);
		return inner;
	});
	if (found.length === 0) return withoutMark;
	const mark = strangerTo(withoutMark);
	return JSON.stringify(value, (_name, inner: unknown) =>
		inner instanceof ExactNumber ? `${mark}${inner.digits}` : inner,
	).replace(new RegExp(`"${mark}([^"]+)"`, 'g'), '$1');
}

/** Letters that a text does not have. */
function strangerTo(text: string): string {
	let mark = 'number';
	while (text.includes(mark)) mark += 'r';
	return mark;
}

/** Whether a number of JavaScript has the value that is written. */
export function isHeld(written: string): boolean {
	return decimalOf(written) === decimalOf(String(Number(written)));
}

/** Whether it would go out in the same way, too: 10000000000000000000000 and not 1e+22, which some servers do not read. */
function goesOutAs(written: string): boolean {
	return isHeld(written) && (/e/i.test(written) || !String(Number(written)).includes('e'));
}

/** The same text for all ways to write a value: its significant digits, and the power of ten that they count. No sign. */
function decimalOf(number: string): string {
	const [mantissa = '', exponent = '0'] = number.replace(/^-/, '').toLowerCase().split('e');
	const [whole = '', fraction = ''] = mantissa.split('.');
	const digits = (whole + fraction).replace(/^0+/, '');
	const significant = digits.replace(/0+$/, '');
	if (significant === '') return '0';
	return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
