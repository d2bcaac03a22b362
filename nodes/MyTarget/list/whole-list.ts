import type { Row } from '../../../connector/rows';
import type { ListOperation } from '../../shared/operations';
import type { MyTargetApi } from '../api';
import { matches } from './condition-match';
import { filtersField, readConditions } from './conditions';

export interface WholeList {
	/** Its objects in the plural, in the middle of a sentence. */
	readonly plural: string;
	readonly load: (api: MyTargetApi) => Promise<readonly Row[]>;
}

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
		async *rows({ api, parameters }) {
			const conditions = readConditions(parameters);
			const rows = await load(api);
			yield rows.filter((row) => matches(row, conditions));
		},
	};
}
