import type { SingleOperation } from '../../shared/operations/operation';
import { names } from '../../shared/parameters/name-list-field';
import type { MyTargetApi } from '../api';
import { fieldList } from '../list/field-list';

/** Sheet 3.9. */
const FIELDS = names(`
	account active_banners additional_emails additional_info agency agency_username branch_username
	currency email firstname id info_currency language lastname mailings max_active_banners permissions
	regions status types username
`);

const fields = fieldList('user', FIELDS, []);

export const get: SingleOperation<MyTargetApi> = {
	name: 'Get',
	value: 'get',
	description: 'Get the account that the credential belongs to',
	action: 'Get the account of the credential',
	gives: 'items',
	fields: [fields.field],
	options: [fields.other],
	async *rows({ api, parameters }) {
		yield [await api.user(fields.query(parameters), FIELDS)];
	},
};
