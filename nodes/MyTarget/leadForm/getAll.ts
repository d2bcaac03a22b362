import type { OwnList } from '../../shared/operations/operation';
import { filtersField } from '../../shared/parameters/conditions';
import type { MyTargetApi, Query } from '../api';
import { PAGE_SIZE } from '../limits';
import { conditionBatches, conditionQuery } from '../list/conditions';
import { namedConditions } from '../list/filters';
import { listPages } from '../list/paged-list';
import { leadForm, ofObjects } from './kind';

const filters = ofObjects('forms');

const words = {
	displayName: 'Name Contains',
	name: 'search',
	type: 'string',
	default: '',
	placeholder: 'e.g. consultation',
	description: 'Only forms with these whole words in their names',
} as const;

export const formList: OwnList<MyTargetApi> = {
	description: 'Get many lead forms, one row each; status 1 is active, 2 is archived',
	fields: [filtersField([...filters.map(({ field }) => field), words])],
	async *rows(run) {
		const { limit, parameters } = run;
		const chosen = parameters.collection('filters');
		const named: Query = chosen.value('search') === undefined ? [] : [['q', chosen.requiredText('search')]];
		// A form belongs to many of them, so several requests may give it several times.
		const seen = new Set<unknown>();
		for (const batch of limit.whileWanted(conditionBatches(namedConditions(parameters, filters)))) {
			const query: Query = [['sorting', 'id'], ...named, ...conditionQuery(batch)];
			for await (const page of listPages(run, `${leadForm.collection}.json`, query, PAGE_SIZE.default)) {
				const fresh = [...page].filter(({ id }) => id === undefined || !seen.has(id));
				for (const { id } of fresh) seen.add(id);
				if (fresh.length > 0) yield fresh;
			}
		}
	},
};
