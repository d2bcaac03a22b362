import { onOne } from '../../shared/operations/object-resource';
import { getMany, type Resource } from '../../shared/operations/operation';
import { names } from '../../shared/parameters/name-list-field';
import type { MyTargetApi } from '../api';
import { locator } from '../object/resource';
import { formList } from './getAll';
import { leadForm } from './kind';
import { sendTestLead } from './sendTestLead';

/** Of one form (sheet 3.27). */
const FIELDS = names(`
	id name status created updated company_title contact_fields pages result_info agreement notifications
	leads_count logo logo_id main_image
`);

const { title, value, one, each, many, collection } = leadForm;

const id = locator(leadForm, { displayName: title, name: 'leadFormId' });

export const leadForms: Resource<MyTargetApi> = {
	name: title,
	value,
	defaultOperation: 'getAll',
	operations: [
		onOne(id, {
			name: 'Get',
			value: 'get',
			description: `Get ${each} with its questions by its ID`,
			action: `Get ${each}`,
			row: async ({ api }, form) => api.object(collection, form, [], FIELDS),
		}),
		getMany(many, formList),
		onOne(id, {
			name: 'Send Test Lead',
			value: 'sendTestLead',
			description: `Send a test lead of ${each} to where its leads are sent`,
			action: `Send a test lead of ${each}`,
			writes: true,
			result: { did: 'Sent a test lead of', one, many },
			row: sendTestLead,
		}),
	],
};
