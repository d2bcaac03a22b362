import { collectInTurns, Turns, type Row } from '../../../connector/rows';
import { getMany, type ListOperation } from '../../shared/operations/operation';
import type { MyTargetApi, WholeRows } from '../api';
import { matches, refuseUnknownFields } from './condition-match';
import { filters, readConditions } from './conditions';

/** Objects on a page that nobody asked for: the platform's own size, and the largest one (sheet 3.0.1). */
const LIKE_A_PAGE: ReadonlySet<number> = new Set([20, 50]);

/**
 * Get Many of a list that the platform gives in one answer: it is read once and filtered here.
 *
 * @param conditions fields to filter by at hand; any other one can be typed in
 * @param load gives rows alone where the answer is no list that could have pages
 * @param description where their name alone does not tell what they are
 */
export function wholeList(
	many: string,
	conditions: readonly string[],
	load: (api: MyTargetApi) => Promise<WholeRows | readonly Row[]>,
	description?: string,
): ListOperation<MyTargetApi> {
	return getMany(many, {
		description,
		fields: [
			filters(
				'By any field of the answer. A field that holds a list has to hold the value, or all values of In List.',
				conditions,
			),
		],
		async *rows({ api, parameters, observe, signal }) {
			const asked = readConditions(parameters);
			const loaded = await load(api);
			const { rows, counted } = 'rows' in loaded ? loaded : { rows: loaded, counted: true };
			if (!counted && LIKE_A_PAGE.has(rows.length))
				observe({
					type: 'remark',
					text: `The platform sent exactly ${rows.length} ${many} without saying how many there are; there may be more.`,
				});
			refuseUnknownFields(rows, asked);
			yield await collectInTurns(rows, (row) => (matches(row, asked) ? [row] : []), new Turns(signal));
		},
	});
}
