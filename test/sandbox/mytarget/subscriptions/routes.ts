import { json } from '../../frame/answer';
import { listAnswer, type Listable } from '../lists/listing';
import { onlyKnown, type ListedObject } from '../lists/query';
import { anyObject } from '../objects/schema';
import { invalidField, notFound } from '../refusal';
import { PAGE_FAULTS, route, type Route } from '../route';

const FIELDS = ['id', 'resource', 'callback_url'];

const SUBSCRIPTIONS: Listable = {
	fields: { all: FIELDS, defaults: FIELDS },
	sortable: [],
	filters: {},
	showsLimit: true,
	hasFields: true,
};

/** Those of the object page (sheet 4.1). */
const RESOURCES = ['BANNER', 'AD_GROUP', 'LEAD', 'LEAD_FORM', 'SEGMENT', 'USER'];

/** The platform takes https alone (sheet 3.14); nobody can give a test a certificate. */
const ADDRESS = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/;

/** Subscriptions (3.14). */
export function subscriptionRoutes(): Route[] {
	return [
		route('GET', '/api/v3/subscription.json', {
			faults: PAGE_FAULTS.filter((kind) => kind !== 'list-changes'),
			answer: (call) =>
				listAnswer(call, call.account.subscriptions.all as unknown as ListedObject[], SUBSCRIPTIONS),
		}),
		route('POST', '/api/v3/subscription.json', {
			answer: (call) => {
				onlyKnown(call.query, []);
				const { resource, callback_url: url, ...unknown } = anyObject(call.body);
				const [name] = Object.keys(unknown);
				if (name !== undefined) throw invalidField(name, 'unallowed_field', 'Unallowed field');
				if (typeof resource !== 'string' || !RESOURCES.includes(resource))
					throw invalidField('resource', 'bad_value', 'Bad value', { allowed_values: RESOURCES });
				if (typeof url !== 'string' || !ADDRESS.test(url))
					throw invalidField('callback_url', 'bad_value', 'Only https', { expected: 'https' });
				return json(200, { id: call.account.subscriptions.add(resource, url).id });
			},
		}),
		route('DELETE', '/api/v3/subscription/{id}.json', {
			answer: (call) => {
				if (!call.account.subscriptions.remove(Number(call.parts[0]))) throw notFound('Subscription');
				return { status: 204, headers: {}, body: '' };
			},
		}),
	];
}
