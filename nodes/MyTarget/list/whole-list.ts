import type { Row } from '../../../connector/rows';
import type { ListOperation } from '../../shared/operations/operation';
import type { MyTargetApi, WholeRows } from '../api';
import { matches, refuseUnknownFields } from './condition-match';
import { filtersField, readConditions } from './conditions';

export interface WholeList {
	/** Its objects in the plural, in the middle of a sentence. */
	readonly plural: string;
	/** Rows alone where the answer is no list that could have pages. */
	readonly load: (api: MyTargetApi) => Promise<WholeRows | readonly Row[]>;
}

/** Objects on a page that nobody asked for: the platform's own size, and the largest one (sheet 3.0.1). */
const LIKE_A_PAGE: ReadonlySet<number> = new Set([20, 50]);

/** Get Many of a list that the platform gives in one answer: it is read once and filtered here. */
export function wholeList({ plural, load }: WholeList): ListOperation<MyTargetApi> {
	return {
		name: 'Get Many',
		value: 'getAll',
		description: `Get many ${plural}`,
		action: `Get many ${plural}`,
		gives: 'list',
		fields: [
			filtersField(
				'By any field of the answer. A field that holds a list has to hold the value, or all values of In List.',
			),
		],
		async *rows({ api, parameters, observe }) {
			const conditions = readConditions(parameters);
			const loaded = await load(api);
			const { rows, counted } = 'rows' in loaded ? loaded : { rows: loaded, counted: true };
			if (!counted && LIKE_A_PAGE.has(rows.length))
				observe({
					type: 'remark',
					text: `The platform sent exactly ${rows.length} ${plural} without saying how many there are; there may be more.`,
				});
			refuseUnknownFields(rows, conditions);
			yield rows.filter((row) => matches(row, conditions));
		},
	};
}
