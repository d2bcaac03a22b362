import type { INodeProperties } from 'n8n-workflow';

import { articleOf, lookFor, objectResource, type ObjectWays } from '../../shared/operations/object-resource';
import type { Resource } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { parseJson } from '../../shared/parameters/json';
import { locatorField } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { PAGE_SIZE } from '../limits';
import { fieldsField, fieldsQuery, otherFieldsOption, pagedList } from '../list/paged-list';
import { adGroup, adPlan, banner, campaign, PRESET_FIELDS, type ObjectKind } from './kinds';

function locator(
	{ search, one }: ObjectKind,
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties {
	return locatorField({
		...field,
		required: true,
		search,
		placeholder: `Choose ${articleOf(one)} ${one}...`,
		example: '6617841',
	});
}

function bodyField(placeholder: string): INodeProperties {
	return {
		displayName: 'Body (JSON)',
		name: 'body',
		type: 'json',
		required: true,
		default: '{}',
		placeholder,
		description: 'The fields to send, as the documentation of the platform names them',
	};
}

/** @throws {ParameterError} no JSON object, or an empty one */
function readBody(parameters: Parameters): object {
	const name = parameters.displayName('body');
	const body = parseJson(parameters.value('body'), name);
	if (typeof body === 'object' && body !== null && !Array.isArray(body) && Object.keys(body).length > 0)
		return body;
	throw new ParameterError(name, `${name} is no JSON object with fields to send.`);
}

function resource(
	kind: ObjectKind,
	own: Partial<Pick<ObjectWays<MyTargetApi>, 'create'>> = {},
): Resource<MyTargetApi> {
	const { collection, fields } = kind;
	const doneTo = (id: string, what: object) => ({ id: asNumber(id), ...what });
	return objectResource(kind, {
		id: locator(kind, { displayName: kind.title, name: 'id' }),
		create: {
			fields: [bodyField(kind.example)],
			make: ({ api, parameters }) =>
				api.create(`${collection}.json`, readBody(parameters), lookFor.created(kind)),
		},
		getAll: pagedList({ ...kind, path: `${collection}.json`, pageSize: PAGE_SIZE, preset: PRESET_FIELDS }),
		get: {
			fields: [fieldsField(fields, PRESET_FIELDS)],
			options: [otherFieldsOption],
			read: ({ api, parameters }, id) => api.object(collection, id, fieldsQuery(parameters), fields),
		},
		update: {
			fields: [bodyField('{ "status": "blocked" }')],
			async change({ api, parameters }, id, check) {
				await api.update(collection, id, readBody(parameters), check);
				return doneTo(id, { success: true });
			},
		},
		delete: kind.deletes
			? {
					async change({ api }, id, check) {
						await api.delete(collection, id, check);
						return doneTo(id, { deleted: true });
					},
				}
			: undefined,
		...own,
	});
}

const parentType = choiceField({
	displayName: 'Parent Type',
	name: 'parentType',
	type: 'options',
	options: [
		{ name: 'Ad Group (VK Ads)', value: 'ad_groups' },
		{ name: 'Campaign (myTarget)', value: 'campaigns' },
	],
	default: 'ad_groups',
	description: 'What the platform calls the parent; both are the same records',
});

/** The list itself takes no POST (trap 28): a banner is created under its ad group or, in myTarget, its campaign. */
const createUnderParent: ObjectWays<MyTargetApi>['create'] = {
	note: ' in an ad group or a campaign',
	fields: [
		parentType.field,
		locator(adGroup, {
			displayName: 'Parent',
			name: 'parentId',
			description: 'The ad group, or the campaign of myTarget, to add the banner to',
		}),
		bodyField(banner.example),
	],
	make: ({ api, parameters }) => {
		const parent = `/api/v2/${parentType.read(parameters)}/${parameters.id('parentId')}`;
		return api.create(`${parent}/banners.json`, readBody(parameters), lookFor.created(banner));
	},
};

export const adGroups = resource(adGroup);
export const adPlans = resource(adPlan);
export const banners = resource(banner, { create: createUnderParent });
export const campaigns = resource(campaign);
