import { cutIds } from '../../../connector/slices';
import { getMany } from '../../shared/operations/operation';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { YandexPromoPagesApi } from '../api';
import { PUBLISHERS_PER_REQUEST } from '../limits';
import { accessiblePublishers, publisherIds } from '../publishers';

export const getAll = getMany<YandexPromoPagesApi>('balances', {
	description: 'Get the wallet balances of many publishers',
	fields: [{ ...publisherIds.list, hint: 'Left empty, all publishers that can be read' }, publisherIds.text],
	async *rows({ api, parameters, limit, observe }) {
		const named = publisherIds.read(parameters);
		const ids =
			named.length > 0
				? named
				: (await accessiblePublishers(api)).flatMap(({ publisher }) => publisher.id ?? []);
		const missing = new MissingIds('publisher');
		for (const batch of limit.whileWanted(cutIds(ids, PUBLISHERS_PER_REQUEST))) {
			const balances = await api.balances(batch);
			missing.compare(
				batch,
				balances.map(({ publisherId }) => publisherId),
			);
			yield balances;
		}
		missing.tell(observe);
	},
});
