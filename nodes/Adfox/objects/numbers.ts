import { isRow, mapPagesInTurns, Turns, type Page, type Row } from '../../../connector/rows';
import { asNumber } from '../../shared/parameters/simplify';
import { allMethods } from '../catalogue/find';

/** What a method takes as a number, a list gives under the same name. */
const TAKEN = new Set(
	allMethods
		.flatMap(({ parameters }) => parameters)
		.filter(({ type }) => type === 'integer' || type === 'decimal' || type === 'id')
		.map(({ name }) => name),
);

/** Only lists have counters, and more IDs: `ID`, `bannerTypeID`; in some dictionaries `id`, `osid` (trap 7.1, 8). */
const COUNTER = /^(impressions|clicks|loads|CTR)/;
const ID = /(^|[a-z])ID$|^[a-z]*id$/;

/** An ID that users of ADFOX make up themselves, with letters and zeros in front (trap 7.1, 1). */
const NO_NUMBERS = new Set(['userID']);

/** As a number is written; a code may begin with zeros, which have to stay. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

function isNumeric(name: string): boolean {
	return !NO_NUMBERS.has(name) && (TAKEN.has(name) || COUNTER.test(name) || ID.test(name));
}

/** Turns IDs and what is documented as a number into numbers; everything else stays the text that it is (trap 7.1, 1). */
export function simplified(row: Row): Row {
	return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, simplifiedValue(name, value)]));
}

/** An ID as a number, but for one that is none or begins with zeros. */
export function idNumber(value: unknown): unknown {
	return typeof value === 'string' && NUMBER.test(value) ? asNumber(value) : value;
}

function simplifiedValue(name: string, value: unknown): unknown {
	if (typeof value === 'string') return isNumeric(name) ? idNumber(value) : value;
	if (Array.isArray(value))
		return (value as unknown[]).map((entry) => (isRow(entry) ? simplified(entry) : entry));
	return isRow(value) ? simplified(value) : value;
}

/** The rows of a list, each simplified. */
export function simplifiedPages(pages: AsyncIterable<Page>, signal: AbortSignal): AsyncGenerator<Page> {
	return mapPagesInTurns(pages, simplified, new Turns(signal));
}

/** The ID of an object that was changed, as the lists give it. */
export function changedId(id: string): unknown {
	return asNumber(id);
}
