import type { ListOperation } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';

export const getAll: ListOperation<TargetAdsApi> = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get many target events of the project',
	action: 'Get many target events',
	gives: 'list',
	fields: [],
	async *rows({ api }) {
		yield await api.targetEvents();
	},
};
