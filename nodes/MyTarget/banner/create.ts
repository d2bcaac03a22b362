import type { SingleOperation } from '../../shared/operations/operation';
import type { MyTargetApi } from '../api';
import { bodyField, readBody } from '../object/body';
import { lookFor } from '../object/create';
import { idField, readId } from '../object/id';
import { adGroup } from '../object/kinds';

const PARENTS = ['ad_groups', 'campaigns'] as const;

/** The list itself takes no POST (trap 28): a banner is created under its ad group or, in myTarget, its campaign. */
export const create: SingleOperation<MyTargetApi> = {
	name: 'Create',
	value: 'create',
	description: 'Create one banner in an ad group or a campaign',
	action: 'Create one banner',
	gives: 'items',
	writes: true,
	fields: [
		{
			displayName: 'Parent Type',
			name: 'parentType',
			type: 'options',
			options: [
				{ name: 'Ad Group (VK Ads)', value: 'ad_groups' },
				{ name: 'Campaign (myTarget)', value: 'campaigns' },
			],
			default: 'ad_groups',
			description: 'What the platform calls the parent; both are the same records',
		},
		idField(
			{ ...adGroup, name: 'Parent' },
			{ name: 'parentId', description: 'The ad group, or the campaign of myTarget, to add the banner to' },
		),
		bodyField(
			'{ "name": "New banner", "urls": { "primary": { "id": 1 } }, "content": {}, "textblocks": {} }',
		),
	],
	async *rows({ api, parameters }) {
		const parents = `/api/v2/${parameters.choice('parentType', PARENTS)}`;
		const path = `${parents}/${readId(parameters, 'parentId')}/banners.json`;
		const template = `${parents}/{id}/banners.json`;
		yield [await api.create(path, template, readBody(parameters), lookFor('Banner', 'banner'))];
	},
};
