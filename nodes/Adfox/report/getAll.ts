import type { ListOperation } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { level } from './request';

export const getAll: ListOperation<AdfoxApi> = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the saved reports of a level, fixed and custom ones',
	action: 'Get many saved reports',
	gives: 'list',
	fields: [{ ...level.field, description: 'Level of detail of the reports' }],
	async *rows({ api, parameters }) {
		yield await api.reports(level.read(parameters));
	},
};
