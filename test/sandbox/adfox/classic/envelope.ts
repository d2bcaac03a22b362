import { tooMany, type PlatformFault } from '../../frame/faults/fault';
import type { AdfoxRow } from '../objects/collection';
import type { AdfoxOptions } from '../options';

import { cdata, element, incorrect } from './answer';
import { MAX_INTEGER } from './checks';
import type { SentParameters } from './sent-parameters';

/** Objects that a list can give, made into rows only where the page needs them. */
export interface Listing {
	readonly total: number;
	read(offset: number, limit: number): AdfoxRow[];
}

export interface Page {
	readonly offset: number;
	readonly limit: number;
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 1000;

/** `limit` and `offset` of section 3.3; what becomes of a limit over the maximum is not known (9). Errors: -6. */
export function pageOf(sent: SentParameters, defaultLimit = DEFAULT_LIMIT): Page {
	return {
		limit: numberFrom(sent, 'limit', 1, MAX_LIMIT) ?? defaultLimit,
		offset: numberFrom(sent, 'offset', 0, MAX_INTEGER) ?? 0,
	};
}

function numberFrom(sent: SentParameters, name: string, least: number, most: number): number | undefined {
	const text = sent.get(name);
	if (text === undefined) return undefined;
	const number = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
	if (!(number >= least && number <= most)) throw incorrect(name, text);
	return number;
}

/** The `result` of a list (3.1). `linkTo` makes the URL of another page. */
export function resultElement(
	listing: Listing,
	page: Page,
	linkTo: (offset: number) => string,
	options: AdfoxOptions,
	fault?: PlatformFault,
): string {
	const { limit } = page;
	const change = fault?.kind === 'list-changes' ? fault.by : 0;
	const isTakenBack = fault?.kind === 'count-taken-back' && page.offset > 0;
	const total = isTakenBack ? 0 : listing.total + change + tooMany(fault);
	// The list has grown or shrunk at its beginning, which moves every page.
	const back = fault?.kind === 'repeat-page' ? limit : change;
	const isEmpty = fault?.kind === 'empty-page' || isTakenBack;
	const rows = isEmpty ? [] : listing.read(Math.max(0, page.offset - back), limit);
	const pages = Math.max(1, Math.ceil(total / limit));
	const counters = [
		element('limit', String(limit)),
		element('offset', String(page.offset)),
		element('total_pages', String(pages)),
		element('page', String(Math.floor(page.offset / limit) + 1)),
		element('total_rows', String(total)),
		element('rows', String(rows.length)),
	].join('');
	const links = linkElements(total, page, pages, linkTo);
	return [
		'<result>',
		options.counters === 'links'
			? `<links>${links}${counters}</links>`
			: `<links>${links}</links>${counters}`,
		dataElement(rows, options),
		'</result>',
	].join('\n');
}

function dataElement(rows: readonly AdfoxRow[], options: AdfoxOptions): string {
	if (rows.length === 0) return options.emptyData === 'missing' ? '' : '<data/>';
	return `<data>\n${rows.map((row, index) => element(`row${index}`, row)).join('\n')}\n</data>`;
}

/** White space around the URL (7.1, 14); all four are empty when there is one page. */
function linkElements(
	total: number,
	{ offset, limit }: Page,
	pages: number,
	linkTo: (offset: number) => string,
): string {
	const link = (name: string, to: number | undefined) =>
		to === undefined ? `<${name}/>` : `<${name}>${cdata(`\n  ${linkTo(to)}\n  `)}</${name}>`;
	const isOne = pages === 1;
	return [
		link('first', isOne ? undefined : 0),
		link('prev', isOne || offset === 0 ? undefined : Math.max(0, offset - limit)),
		link('next', isOne || offset + limit >= total ? undefined : offset + limit),
		link('last', isOne ? undefined : (pages - 1) * limit),
	].join('');
}
