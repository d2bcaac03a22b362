import { json } from '../../frame/answer';
import { listAnswer, type Listable } from '../lists/listing';
import { onlyKnown, words, type Filters, type ListedObject } from '../lists/query';
import { moscowText } from '../objects/api-object';
import type { MyTargetOptions } from '../options';
import { notFound } from '../refusal';
import { PAGE_FAULTS, route, type Call, type Route } from '../route';
import type { Lead, LeadForm, LeadStore } from './lead-store';

const NAMES = ['form_ids', 'ad_plan_ids', 'ad_group_ids', 'banner_ids'] as const;

/** `_form_ids__in` and its like, plural; a singular name is refused (sheet 3.26, 3.28). */
function inLists(names: readonly string[], read: (object: ListedObject, name: string) => unknown): Filters {
	return Object.fromEntries(
		names.map(
			(name) => [name, { type: 'id', lookups: ['in'], value: (object) => read(object, name) }] as const,
		),
	);
}

const SORTABLE = words('id form_id form_name ad_plan_id ad_group_id banner_id created_at');

const LEADS: Listable = {
	fields: {
		all: [],
		defaults: words('id form_id form_name ad_plan_id ad_group_id banner_id created_at contact_info answers'),
	},
	sortable: SORTABLE,
	filters: {},
	showsLimit: 'zero',
	hasFields: false,
};

const FORM_FIELDS = words(`
	id name status created updated leads_count ad_plans_count ad_plan_ids ad_group_ids banner_ids
	active_ad_plan_ids notification_actions logo main_image`);

const FORMS: Listable = {
	fields: { all: FORM_FIELDS, defaults: FORM_FIELDS },
	sortable: words('id name status created updated leads_count ad_plans_count'),
	filters: inLists(NAMES.slice(1), (form, name) => form[name]),
	showsLimit: true,
	hasFields: false,
	wordsIn: (form) => String(form.name),
};

const BETWEEN_TEST_LEADS_MS = 60_000;

/** Leads and lead forms (3.26 to 3.28). */
export function leadRoutes(options: MyTargetOptions, now: () => number): Route[] {
	const leads: Listable = { ...LEADS, filters: leadFilters(options.leadClock) };
	return [
		route('GET', '/api/v1/lead_ads/leads.json', {
			faults: PAGE_FAULTS,
			answer: (call) => {
				const { leads: store } = call.account;
				if (!options.leadsVisible) throw notFound('Lead');
				if (call.fault?.kind === 'list-changes') store.shift(call.fault.by);
				return listAnswer(call, store.leads as unknown as ListedObject[], leads);
			},
		}),
		route('GET', '/api/v1/lead_ads/lead_forms.json', {
			faults: PAGE_FAULTS.filter((kind) => kind !== 'list-changes'),
			answer: (call) => listAnswer(call, call.account.leads.forms, FORMS),
		}),
		route('GET', '/api/v1/lead_ads/lead_forms/{id}.json', {
			answer: (call) => {
				onlyKnown(call.query, []);
				return json(200, wholeForm(formOf(call)));
			},
		}),
		route('GET', '/api/v1/lead_ads/lead_forms/{id}/leads.csv', {
			answer: (call) => {
				onlyKnown(call.query, []);
				const { id } = formOf(call);
				const own = call.account.leads.leads.filter((lead) => lead.form_id === id);
				return {
					status: 200,
					headers: {
						'content-type': 'text/csv; charset=utf-8',
						'content-disposition': `attachment; filename="leads_${id}.csv"`,
					},
					body: leadsCsv(own),
				};
			},
		}),
		route('POST', '/api/v1/lead_ads/lead_forms/{id}/send_test_lead', {
			hasBody: false,
			answer: (call) => {
				onlyKnown(call.query, []);
				return json(200, testLead(call.account.leads, formOf(call), now()));
			},
		}),
	];
}

/** What is compared is the moment in whichever zone the platform thinks in; none is documented. */
function leadFilters(clock: MyTargetOptions['leadClock']): Filters {
	const textIn = ({ created_at: created }: ListedObject) => {
		const [, seconds = '', fraction = ''] = /^(\S+ [\d:]+)(\.\d+)?/.exec(String(created)) ?? [];
		if (clock === 'utc') return seconds + fraction;
		return moscowText(Date.parse(`${seconds.replace(' ', 'T')}Z`)) + fraction;
	};
	return {
		...inLists(NAMES, (lead, name) => {
			const id = lead[name.slice(0, -1)];
			return id === null ? null : Number(id);
		}),
		created_at: { type: 'datetime', lookups: ['gte', 'lte'], value: textIn },
	};
}

/** With Russian headers (3.28). */
function leadsCsv(leads: readonly Lead[]): string {
	const lines = leads.map(({ id, created_at: created }) => `${id},${created}`);
	return ['ID,Дата и время', ...lines].map((line) => `${line}\r\n`).join('');
}

/** Errors: 404. */
function formOf({ account, parts }: Call): LeadForm {
	const form = account.leads.forms.find(({ id }) => id === parts[0]);
	if (form === undefined) throw notFound('LeadForm');
	return form;
}

function wholeForm({ id, name, status, created, updated }: LeadForm): object {
	return {
		id,
		name,
		status,
		created,
		updated,
		company_title: 'ООО «Ромашка»',
		contact_fields: ['first_name', 'phone', 'email'],
		pages: [],
		result_info: { title: 'Спасибо' },
		agreement: { usage: 'template', template_document: { company_title: 'ООО «Ромашка»' } },
		notifications: [{ action: 'email', settings: { email: 'person@sandbox.example' } }],
	};
}

/** Not more often than once a minute, and none of an archived form. */
function testLead(store: LeadStore, { id, status }: LeadForm, now: number): object {
	const sent = store.testLeads.get(id) ?? [];
	const wait = (sent.at(-1) ?? -Infinity) + BETWEEN_TEST_LEADS_MS - now;
	if (status !== 1 || wait > 0)
		return {
			is_operation_processed: false,
			message: 'Test lead was not sent to person@sandbox.example',
			seconds_before_next_sending: Math.max(0, Math.ceil(wait / 1000)) || 0,
		};
	store.testLeads.set(id, [...sent, now]);
	return {
		is_operation_processed: true,
		message: '',
		seconds_before_next_sending: BETWEEN_TEST_LEADS_MS / 1000,
	};
}
