import type { PlatformFault } from '../../frame/faults/fault';
import { invalidField } from '../refusal';

import { givenOnce, wholeNumber } from './parameters';

export interface PageRule {
	readonly max: number;
	/** Without `limit`. */
	readonly otherwise: number;
}

export interface Page {
	readonly limit: number;
	readonly offset: number;
}

/** `limit` and `offset`. Errors: 400. */
export function pageOf(query: URLSearchParams, rule: PageRule): Page {
	givenOnce(query, 'limit');
	givenOnce(query, 'offset');
	const limit = wholeNumber('limit', query.get('limit') ?? String(rule.otherwise));
	const offset = wholeNumber('offset', query.get('offset') ?? '0');
	if (limit < 1)
		throw invalidField('limit', 'min_value', 'The value is too small', { arguments: { min_value: 1 } });
	if (limit <= rule.max) return { limit, offset };
	throw invalidField('limit', 'max_value', 'The value is too big', { arguments: { max_value: rule.max } });
}

/** The objects of a page, or what a fault makes of them. A page past the end is empty (trap 54). */
export function cut<T>(all: readonly T[], { limit, offset }: Page, fault: PlatformFault | undefined): T[] {
	if (fault?.kind === 'empty-page') return [];
	const start = fault?.kind === 'repeat-page' ? Math.max(0, offset - limit) : offset;
	return all.slice(start, start + limit);
}
