import { getMany } from '../../shared/operations/operation';
import type { TargetAdsApi } from '../api';

export const getAll = getMany<TargetAdsApi>('target events', {
	description: 'Get many target events of the project: type, category, name and description',
	fields: [],
	async *rows({ api }) {
		yield await api.targetEvents();
	},
});
