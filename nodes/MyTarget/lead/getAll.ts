import type { INodeProperties } from 'n8n-workflow';

import { getMany } from '../../shared/operations/operation';
import { filtersField } from '../../shared/parameters/conditions';
import { idScope } from '../../shared/parameters/id-scope';
import { simplifyField } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { leadForm, ofObjects } from '../leadForm/kind';
import { namedConditions } from '../list/filters';
import { momentFields, readMoments } from './created-at';
import { flatLead } from './flat-lead';
import { leadPages } from './lead-pages';

const forms = idScope({
	one: 'form',
	load: leadForm.load,
	example: '1234567, 1234568',
	options: [{ name: 'All', value: 'all', description: 'All lead forms of the account' }],
	description: 'Which lead forms to get the leads of',
});

const filters = ofObjects('leads');

const newestFirst: INodeProperties = {
	displayName: 'Newest First',
	name: 'newestFirst',
	type: 'boolean',
	default: false,
	description: 'Whether to begin with the newest lead instead of the oldest',
};

export const getAll = getMany<MyTargetApi>('leads', {
	description:
		'Get what people sent with lead forms, one row per lead; each once, even if more come in meanwhile',
	fields: [
		...forms.fields,
		{
			...simplifyField,
			description:
				'Whether to return each lead as a flat row: the contact as columns, and a column for each question',
		},
		filtersField([...filters.map(({ field }) => field), ...momentFields]),
	],
	options: [newestFirst],
	async *rows(run) {
		const { parameters } = run;
		const { ids } = forms.read(parameters);
		const ofForms = ids === undefined ? [] : [{ field: 'form_ids', lookup: 'in', values: ids } as const];
		const pages = leadPages(run, {
			conditions: [...ofForms, ...namedConditions(parameters, filters)],
			between: readMoments(parameters),
			newestFirst: parameters.optionFlag(newestFirst.name),
		});
		const simplify = parameters.flag(simplifyField.name);
		for await (const page of pages) yield simplify ? page.map(flatLead) : page;
	},
});
