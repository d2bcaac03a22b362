import type { NameAndValue } from '../../../connector/client';
import { getMany } from '../../shared/operations/operation';
import { simplifyField } from '../../shared/parameters/simplify';
import { choiceField } from '../../shared/parameters/choice-field';
import { pageSizeOption } from '../../shared/report/limits';
import type { AdfoxApi } from '../api';
import { dictionaries } from '../catalogue/dictionaries';
import { listPages } from '../objects/list';
import { simplifiedPages } from '../objects/numbers';
import { PAGE_SIZE } from '../limits';

type Dictionary = keyof typeof dictionaries;

/** The one that has no list, but gives single entries (sheet 2.3). */
const BY_ID = 'template' satisfies Dictionary;

const dictionaryField = choiceField<Dictionary>({
	displayName: 'Dictionary',
	name: 'dictionary',
	type: 'options',
	options: [
		{ name: 'Assistant', value: 'assistant', description: 'Users who manage ads, with their rights' },
		{ name: 'Banner Type', value: 'bannerType', description: 'A banner and its places are of one type' },
		{ name: 'Browser', value: 'browser' },
		{ name: 'Category', value: 'category', description: 'Of sites, zones and places' },
		{ name: 'Contract', value: 'contract', description: 'For ad labeling' },
		{ name: 'Contractor', value: 'contractor', description: 'For ad labeling' },
		{ name: 'Device Manufacturer', value: 'manufacturer' },
		{ name: 'Goods or Service Code (KKTU)', value: 'bannerKktu', description: 'For ad labeling of banners' },
		{ name: 'Industry', value: 'sector', description: 'Of campaigns and super campaigns' },
		{ name: 'Operating System', value: 'os' },
		{ name: 'Position', value: 'position', description: 'Labels of where on a page a place is' },
		{ name: 'Site Owner', value: 'webmaster' },
		{
			name: 'Targeting Profile',
			value: 'targetingProfile',
			description: 'Targeting of several kinds under one ID',
		},
		{ name: 'Template', value: BY_ID, description: 'One template of banners with its variables, by its ID' },
		{ name: 'Tracing Point', value: 'tracingPoint' },
		{
			name: 'User Characteristic',
			value: 'userCriterias',
			description: 'What users can be targeted by (puid), at most 63',
		},
	],
	default: 'position',
});

export const getAll = getMany<AdfoxApi>('dictionary entries', {
	description: 'Get the entries of a list that other objects refer to, one row each: mostly ID and name',
	fields: [
		dictionaryField.field,
		{
			displayName: 'Template ID',
			name: 'templateId',
			type: 'string',
			required: true,
			default: '',
			displayOptions: { show: { dictionary: [BY_ID] } },
			description: 'ADFOX gives templates one by one; the list of banners has their IDs',
		},
		simplifyField,
	],
	options: [pageSizeOption(PAGE_SIZE).field],
	async *rows({ api, parameters, limit, observe, signal }) {
		const dictionary = dictionaryField.read(parameters);
		const query: NameAndValue[] =
			dictionary === BY_ID ? [['actionObjectID', parameters.id('templateId')]] : [];
		const pageSize = pageSizeOption(PAGE_SIZE).read(parameters);
		const simplify = parameters.flag('simplify');
		const pages = listPages(api, dictionaries[dictionary], query, { pageSize, limit, observe });
		yield* simplify ? simplifiedPages(pages, signal) : pages;
	},
});
