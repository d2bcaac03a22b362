import { countedPages } from '../../../connector/pages';
import { getMany } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { filtersField } from '../../shared/parameters/conditions';
import type { ExampleAdsApi, Status } from '../api';
import { PAGE_SIZE } from '../limits';

const status = choiceField<Status>({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Active', value: 'active' },
		{ name: 'Paused', value: 'paused' },
	],
	default: 'active',
	description: 'Which campaigns to return',
});

export const getAll = getMany<ExampleAdsApi>('campaigns', {
	fields: [filtersField([status.field])],
	rows({ api, parameters, limit, observe }) {
		const filters = parameters.collection('filters');
		const wanted = filters.value('status') === undefined ? undefined : status.read(filters);
		return countedPages((offset, size) => api.campaigns({ offset, size }, wanted), {
			pageSize: PAGE_SIZE.default,
			limit,
			observe,
		});
	},
});
