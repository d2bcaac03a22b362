import { idText, type Row } from '../../../connector/rows';
import { cutIds } from '../../../connector/slices';
import { getMany } from '../../shared/operations/operation';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { YandexPromoPagesApi } from '../api';
import { PUBLISHERS_PER_REQUEST } from '../limits';
import { publishers, publishersOf } from '../publishers';
import type { Balance } from '../schemas';

export const getAll = getMany<YandexPromoPagesApi>('balances', {
	description:
		'Get the wallet balances of publishers (cabinets), one row each: publisherId, publisherName, balance',
	fields: publishers.fields,
	async *rows(run) {
		const { api, parameters, limit, observe } = run;
		const names = await publishersOf(run, publishers.read(parameters).ids, true);
		const missing = new MissingIds('publisher');
		for (const batch of limit.whileWanted(cutIds([...names.keys()], PUBLISHERS_PER_REQUEST))) {
			const balances = await api.balances(batch);
			missing.compare(
				batch,
				balances.map(({ publisherId }) => publisherId),
			);
			yield balances.map((row) => named(row, names));
		}
		missing.tell(observe);
	},
});

/** Whose balance nobody knows, that row stays as it came. */
export function named(row: Balance, names: ReadonlyMap<string, unknown>): Row {
	const { publisherId, ...wallet } = row;
	const id = idText(publisherId);
	if (id === undefined) return row;
	return { publisherId, publisherName: names.get(id) ?? null, ...wallet };
}
