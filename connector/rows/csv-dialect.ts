/** How a CSV file is written, so that whoever is to open it reads what was meant. */
export interface CsvDialect {
	readonly separator: ',' | ';';
	/** What the file begins with. */
	readonly begin: string;
	/** Characters that a cell may not hold without quotes. */
	readonly needsQuotes: RegExp;
	readonly number: (value: number | bigint) => string;
	readonly text: (value: string) => string;
}

/** RFC 4180: numbers and texts as they are. */
export const PLAIN_CSV: CsvDialect = {
	separator: ',',
	begin: '',
	// A BOM that begins a name would be taken for that of the file, unless quoted.
	needsQuotes: /[",\r\n\uFEFF]/,
	number: String,
	text: (value) => value,
};

/**
 * For a double click in an Excel with Russian settings, which takes a file without BOM for windows-1251, semicolons for
 * the ends of columns and a comma for the decimal point; `1.5` would become the 1st of May.
 *
 * It takes texts, too, for what they look like. What it would show otherwise than it stands there (`007`, `1.50`, `3-4`,
 * long ids) or would calculate (`=1+1`, `-10 % off`, `@name`: a formula that somebody hides in a name runs on whoever
 * opens the file) is written as a formula of that text, `="007"`, which Excel and Google Sheets show as the text alone.
 * Days as ISO 8601 writes them become the dates that they are, short whole numbers the numbers.
 */
export const RUSSIAN_EXCEL: CsvDialect = {
	separator: ';',
	begin: '\uFEFF',
	needsQuotes: /[";\r\n\uFEFF]/,
	number: (value) => {
		const text = String(value);
		return MOST_DIGITS.test(text) ? asFormula(text) : text.replace('.', ',');
	},
	text: (value) => (isTakenAsItStands(value) ? value : guarded(value)),
};

/** Excel keeps 15 digits of a number: the rest of a long id would become zeros. */
const MOST_DIGITS = /^-?\d{16,}$/;

/** Of whole numbers up to 11 digits are shown as they are, then as 1,2E+11. */
const SHORT_WHOLE_NUMBER = /^-?(0|[1-9]\d{0,10})$/;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$/;

/** Also as East Asian keyboards write them, which some settings of Excel take for the same. */
const BEGINS_FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Nothing but digits and what stands in numbers, dates, times, shares, fractions and amounts of money. */
const LOOKS_LIKE_NUMBER = /^(?=.*\d)[\d\s.,:/\\()+%₽$€-]+(р\.?|руб\.?)?\s*$/i;
const WITH_EXPONENT = /^\s*\d+([.,]\d*)?e[+-]?\d+\s*$/i;

/** `май 24`, `1 мар`: with a number at one side, a month is a day of it. */
const MONTH =
	'(янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-zа-яё]*\\.?';
const LOOKS_LIKE_DAY = new RegExp(
	`^\\s*(\\d{1,4}[\\s./-]*${MONTH}|${MONTH}[\\s./-]*\\d{1,4})([\\s./,-]*\\d{1,4})?\\s*$`,
	'i',
);

const LONGEST_TEXT_IN_FORMULA = 255;

function isTakenAsItStands(text: string): boolean {
	if (SHORT_WHOLE_NUMBER.test(text) || ISO_DAY.test(text)) return true;
	if (BEGINS_FORMULA.test(text)) return false;
	return !LOOKS_LIKE_NUMBER.test(text) && !WITH_EXPONENT.test(text) && !LOOKS_LIKE_DAY.test(text);
}

function guarded(text: string): string {
	// Excel takes no longer text in a formula. No number is that long; a formula that is gets the sign of a text before it.
	return text.length > LONGEST_TEXT_IN_FORMULA ? `'${text}` : asFormula(text);
}

function asFormula(text: string): string {
	return `="${text.replaceAll('"', '""')}"`;
}
