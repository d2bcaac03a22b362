import { json, type Answer } from '../../frame/answer';
import { onlyKnown } from '../lists/query';
import type { MyTargetOptions } from '../options';
import { invalidField } from '../refusal';
import { route, type Call, type Route } from '../route';
import { formIn, numberIn, type Form } from './form';
import { linesIn } from './identifiers';

const LISTS = '/api/v3/remarketing/users_lists';
const GOALS = '/api/v2/remarketing/offline_goals';
const MAX_BYTES = 128 * 1024 * 1024;
const TYPES =
	/^(ok|mm|phones|emails|device_id|android_id|advertising_id|idfa|dmp_id|dmp_top|vk|mac|mparticle|human)$/;

const DONE: Answer = { status: 204, headers: {}, body: '' };
const throttled = { resource: 'REMARKETINGUSERSLIST', version: 'v3' } as const;
const idOf = ({ parts }: Call) => Number(parts[0]);

/** Uploaded lists of users, and lists of offline conversions (3.12, 3.30, 3.31). */
export function audienceRoutes(options: MyTargetOptions): Route[] {
	return [...listRoutes(), ...goalRoutes(options)];
}

function listRoutes(): Route[] {
	return [
		route('GET', `${LISTS}.json`, {
			throttled,
			answer: ({ query, account }) => {
				onlyKnown(query, ['_q']);
				const q = query.get('_q') ?? '';
				return json(200, { items: account.userLists.all.filter(({ name }) => String(name).includes(q)) });
			},
		}),
		route('POST', `${LISTS}.json`, {
			throttled,
			takesForm: true,
			answer: (call) => {
				onlyKnown(call.query, []);
				const { fields, file } = formIn(call, 'file', ['name', 'type', 'base']);
				const type = fields.get('type') ?? '';
				if (!TYPES.test(type)) throw invalidField('type', 'unallowed_value', 'Unknown type');
				const name = fields.get('name') ?? '';
				if (name === '') throw invalidField('name', 'required', 'Required field');
				if (file.length > MAX_BYTES) throw invalidField('file', 'file_reading_error', 'Too large');
				const base = fields.has('base') ? numberIn(fields, 'base') : 0;
				return json(200, call.account.userLists.upload({ name, type, base, lines: linesIn(file) }));
			},
		}),
		route('GET', `${LISTS}/{id}.json`, {
			throttled,
			answer: (call) => {
				onlyKnown(call.query, []);
				return json(200, call.account.userLists.look(idOf(call)));
			},
		}),
		route('DELETE', `${LISTS}/{id}.json`, {
			answer: (call) => {
				onlyKnown(call.query, []);
				call.account.userLists.delete(idOf(call));
				return DONE;
			},
		}),
	];
}

function goalRoutes(options: MyTargetOptions): Route[] {
	return [
		route('GET', `${GOALS}.json`, {
			answer: ({ query, account }) => {
				onlyKnown(query, []);
				return json(200, { items: account.offlineGoals.read() });
			},
		}),
		route('POST', `${GOALS}.json`, {
			takesForm: true,
			answer: (call) => {
				onlyKnown(call.query, []);
				const { fields, file } = goalForm(call, options, ['name', 'type', 'attribution_period']);
				call.account.offlineGoals.create(
					{
						name: fields.get('name') ?? '',
						type: fields.get('type') ?? '',
						attribution_period: numberIn(fields, 'attribution_period'),
					},
					linesIn(file),
				);
				return DONE;
			},
		}),
		route('POST', `${GOALS}/{id}.json`, {
			takesForm: true,
			answer: (call) => {
				onlyKnown(call.query, []);
				call.account.offlineGoals.add(idOf(call), linesIn(goalForm(call, options, ['name']).file));
				return DONE;
			},
		}),
		route('DELETE', `${GOALS}/{id}.json`, {
			answer: (call) => {
				onlyKnown(call.query, []);
				call.account.offlineGoals.delete(idOf(call));
				return DONE;
			},
		}),
	];
}

/** Plain parts, which were seen to work, or one JSON part `data`, as it is documented (trap 63). Errors: 400. */
function goalForm(call: Call, { offlineForm }: MyTargetOptions, names: readonly string[]): Form {
	if (offlineForm === 'parts') return formIn(call, 'list_users', names);
	const { fields, file } = formIn(call, 'list_users', ['data', ...names]);
	const data = fields.get('data');
	if (data === undefined) throw invalidField('data', 'required', 'Required field');
	if (fields.size > 1) throw invalidField('name', 'unallowed_field', 'Unknown part');
	const given = JSON.parse(data) as Record<string, unknown>;
	return { file, fields: new Map(Object.entries(given).map(([name, value]) => [name, String(value)])) };
}
