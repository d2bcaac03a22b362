import { getMany } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { level } from './request';

export const getAll = getMany<AdfoxApi>('saved reports', {
	description:
		'Get the saved reports of a level, fixed and custom ones, one row each: name (for Saved Report), title, type, dimensions, metrics and filters',
	fields: [{ ...level.field, description: 'Level of detail of the reports' }],
	async *rows({ api, parameters }) {
		yield await api.reports(level.read(parameters));
	},
});
