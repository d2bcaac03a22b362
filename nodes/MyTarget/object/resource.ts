import type { INodeProperties } from 'n8n-workflow';

import { articleOf, lookFor, objectResource, type ObjectWays } from '../../shared/operations/object-resource';
import type { Resource } from '../../shared/operations/operation';
import { locatorField } from '../../shared/parameters/locator';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { PAGE_SIZE } from '../limits';
import { fieldList } from '../list/field-list';
import { pagedList } from '../list/paged-list';
import { adGroup, adPlan, banner, campaign, parentOfBanner, PRESET_FIELDS, type ObjectKind } from './kinds';
import { remoderate } from './remoderate';
import { setStatus } from './setStatus';
import { ADDITIONAL_FIELDS, UPDATE_FIELDS, writtenFields } from './written-fields';

type Ways = ObjectWays<MyTargetApi>;

export function locator(
	{ search, one }: Pick<ObjectKind, 'search' | 'one'>,
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

function resource(kind: ObjectKind, create = createIn(kind)): Resource<MyTargetApi> {
	const { collection, title, value, many, russian } = kind;
	const fields = fieldList(value, kind.fields, PRESET_FIELDS);
	const doneTo = (id: string, what: object) => ({ id: asNumber(id), ...what });
	const changes = writtenFields(kind, UPDATE_FIELDS);
	return objectResource(kind, {
		id: locator(kind, { displayName: title, name: `${value}Id` }),
		create,
		getAll: {
			...pagedList({ ...kind, fields, path: `${collection}.json`, pageSize: PAGE_SIZE }),
			description: `Get many ${many} («${russian}» in the interface), one row each`,
		},
		get: {
			fields: [fields.field],
			options: [fields.other],
			read: ({ api, parameters }, id) => api.object(collection, id, fields.query(parameters), kind.fields),
		},
		update: {
			fields: changes.fields,
			async change(run, id, check) {
				await run.api.update(collection, id, changes.read(run), check);
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
		others: [setStatus(kind), ...(kind === banner ? [remoderate] : [])],
	});
}

function createIn(kind: ObjectKind): Ways['create'] {
	const written = writtenFields(kind, ADDITIONAL_FIELDS);
	// As the platform has it without a word (sheet 3.3): money may be spent at once.
	const runsAtOnce = kind === adPlan;
	return {
		fields: written.fields,
		note: runsAtOnce ? ', which is active at once unless Status is Blocked,' : undefined,
		async make(run) {
			const body = written.read(run);
			const created = await run.api.create(`${kind.collection}.json`, body, lookFor.created(kind));
			if (runsAtOnce && (body.status ?? 'active') === 'active')
				run.observe({
					type: 'remark',
					text: 'The new ad plan is active at once. To create one that waits, set Additional Fields > Status to Blocked.',
				});
			return created;
		},
	};
}

/** The list itself takes no POST (trap 28): a banner is created under its ad group or, in myTarget, its campaign. */
function createUnderParent(): Ways['create'] {
	const written = writtenFields(banner, ADDITIONAL_FIELDS);
	return {
		note: ' in an ad group or, on myTarget, in a campaign',
		fields: [
			locator(parentOfBanner, {
				displayName: 'Ad Group or Campaign',
				name: 'parentId',
				description: 'What the banner goes into: an ad group of VK Ads, a campaign of myTarget',
			}),
			...written.fields,
		],
		make: (run) => {
			const { api, parameters } = run;
			const parent = `${parentOfBanner.collectionOf(api)}/${parameters.id('parentId')}`;
			return api.create(`${parent}/banners.json`, written.read(run), lookFor.created(banner));
		},
	};
}

export const adGroups = resource(adGroup);
export const adPlans = resource(adPlan);
export const banners = resource(banner, createUnderParent());
export const campaigns = resource(campaign);
