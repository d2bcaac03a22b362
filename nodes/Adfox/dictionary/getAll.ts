import type { NameAndValue } from '../../../connector/client';
import { getMany } from '../../shared/operations/operation';
import { simplifyField } from '../../shared/parameters/simplify';
import { choiceField } from '../../shared/parameters/choice-field';
import { pageSizeOption } from '../../shared/report/limits';
import type { AdfoxApi } from '../api';
import { dictionaries } from '../catalogue/dictionaries';
import { listPages, withNumbers } from '../objects/list';
import { displayNameOf } from '../objects/parameter-fields';
import { PAGE_SIZE } from '../limits';

type Dictionary = keyof typeof dictionaries;

const NAMES = Object.keys(dictionaries).sort() as Dictionary[];

/** The one that has no list, but gives single entries (sheet 2.3). */
const BY_ID: Dictionary = 'template';

const dictionaryField = choiceField<Dictionary>({
	displayName: 'Dictionary',
	name: 'dictionary',
	type: 'options',
	options: NAMES.map((value) => ({ name: displayNameOf(value), value })),
	default: 'position',
});

export const getAll = getMany<AdfoxApi>('dictionary entries', {
	description: 'Get the entries of a list that other objects refer to',
	fields: [
		dictionaryField.field,
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
	options: [pageSizeOption(PAGE_SIZE).field],
	async *rows({ api, parameters, limit, observe }) {
		const dictionary = dictionaryField.read(parameters);
		const query: NameAndValue[] = dictionary === BY_ID ? [['actionObjectID', parameters.id('id')]] : [];
		const pageSize = pageSizeOption(PAGE_SIZE).read(parameters);
		const simplify = parameters.flag('simplify');
		for await (const page of listPages(api, dictionaries[dictionary], query, { pageSize, limit, observe }))
			yield simplify ? withNumbers(page) : page;
	},
});
