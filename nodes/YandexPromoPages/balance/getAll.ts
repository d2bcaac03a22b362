import { cutIds } from '../../../connector/slices';
import type { ListOperation } from '../../shared/operations/operation';
import { MissingIds } from '../../shared/operations/missing-ids';
import type { YandexPromoPagesApi } from '../api';
import { PUBLISHERS_PER_REQUEST } from '../limits';
import { accessiblePublishers } from '../publishers';

export const getAll: ListOperation<YandexPromoPagesApi> = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the wallet balances of many publishers',
	action: 'Get many balances',
	gives: 'list',
	fields: [
		{
			displayName: 'Publisher Names or IDs',
			name: 'publisherIds',
			type: 'multiOptions',
			allowArbitraryValues: true,
			typeOptions: { loadOptionsMethod: 'getPublishers' },
			default: [],
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
			hint: 'Left empty, all publishers that can be read',
		},
		{
			displayName: 'Publisher IDs (Text)',
			name: 'publisherIdList',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5d6015092f1e4409e4e3ee84',
			description: 'More publisher IDs, with commas between them',
		},
	],
	async *rows({ api, parameters, observe }) {
		const named = parameters.opaqueIds('publisherIds', 'publisherIdList');
		const ids =
			named.length > 0 ? named : (await accessiblePublishers(api)).map(({ publisher }) => publisher.id);
		const missing = new MissingIds('publisher');
		for (const batch of cutIds(ids, PUBLISHERS_PER_REQUEST)) {
			const balances = await api.balances(batch);
			missing.compare(
				batch,
				balances.map(({ publisherId }) => publisherId),
			);
			yield balances;
		}
		missing.tell(observe);
	},
};
