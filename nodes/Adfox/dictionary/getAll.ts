import type { NameAndValue } from '../../../connector/client';
import type { ListOperation } from '../../shared/operations/operation';
import { pageSizeOption } from '../../shared/report/slice-options';
import type { AdfoxApi } from '../api';
import { dictionaries } from '../catalogue/dictionaries';
import { displayNameOf } from '../objects/display-name';
import { readId } from '../objects/id-field';
import { listPages } from '../objects/list-pages';
import { simplifyField, withNumbers } from '../objects/simplify';
import { PAGE_SIZE } from '../limits';

type Dictionary = keyof typeof dictionaries;

const NAMES = Object.keys(dictionaries).sort() as Dictionary[];

/** The one that has no list, but gives single entries (sheet 2.3). */
const BY_ID: Dictionary = 'template';

export const getAll: ListOperation<AdfoxApi> = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the entries of a list that other objects refer to',
	action: 'Get many dictionary entries',
	gives: 'list',
	fields: [
		{
			displayName: 'Dictionary',
			name: 'dictionary',
			type: 'options',
			options: NAMES.map((value) => ({ name: displayNameOf(value), value })),
			default: 'position',
		},
		{
			displayName: 'Template ID',
			name: 'id',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { dictionary: [BY_ID] } },
			description: 'ADFOX gives templates one by one; the list of banners has their IDs',
		},
		simplifyField,
	],
	options: [pageSizeOption(PAGE_SIZE)],
	async *rows({ api, parameters, limit, observe }) {
		const dictionary = parameters.choice('dictionary', NAMES);
		const query: NameAndValue[] = dictionary === BY_ID ? [['actionObjectID', readId(parameters, 'id')]] : [];
		const pageSize = parameters.optionWholeNumber('pageSize', { minimum: 1, ...PAGE_SIZE });
		const simplify = parameters.flag('simplify');
		for await (const page of listPages(api, dictionaries[dictionary], query, { pageSize, limit, observe }))
			yield simplify ? withNumbers(page) : page;
	},
};
