import { dayText } from '../../frame/calendar';
import { below, mix } from '../../frame/hash';
import { listAnswer, type Listable } from '../lists/listing';
import { words, type FilterType, type Filters, type Lookup } from '../lists/query';
import type { MyTargetOptions } from '../options';
import { PAGE_FAULTS, route, type Route } from '../route';

/** Days since 1970 of the first movement: 2024-01-01. */
const FIRST_DAY = 19_723;

const LOOKUPS: readonly Lookup[] = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'in'];
const TYPES: Readonly<Record<string, FilterType>> = {
	id: 'id',
	amount: 'decimal',
	date: 'date',
	first_at: 'datetime',
	last_at: 'datetime',
	object_id: 'id',
	object_type: 'text',
};

const FIELDS = words(`
	id type amount tax_amount payments_total date first_at last_at description client_id invoices is_commercial receipt
	object_id object_type`);

const LISTABLE: Listable = {
	fields: { all: FIELDS, defaults: FIELDS },
	sortable: Object.keys(TYPES),
	filters: {
		...Object.fromEntries(Object.entries(TYPES).map(([name, type]) => [name, { type, lookups: LOOKUPS }])),
		description: { type: 'text', lookups: LOOKUPS },
	} satisfies Filters,
	// The sample has 50 without asking (3.16).
	otherwise: 50,
	showsLimit: true,
	hasFields: false,
};

/** GET billing/transaction_groups.json (3.16). */
export function transactionRoute(options: MyTargetOptions): Route {
	return route('GET', '/api/v2/billing/transaction_groups.json', {
		faults: PAGE_FAULTS.filter((kind) => kind !== 'list-changes'),
		answer: (call) => listAnswer(call, createTransactions(options), LISTABLE),
	});
}

/** In id order. */
export function createTransactions({ transactions, seed }: MyTargetOptions): Record<string, unknown>[] {
	return Array.from({ length: transactions }, (_, place) => {
		const state = mix(mix(seed, 0xb111), place);
		const rubles = 1000 + below(90_000, state);
		const date = dayText(FIRST_DAY + place * 5);
		return {
			id: 9001 + place * 3,
			type: place % 4 === 0 ? 'deposit' : 'charge',
			amount: `${rubles}.00`,
			tax_amount: String(Math.floor(rubles / 6)),
			payments_total: String(rubles),
			date,
			first_at: `${date} 10:00:00`,
			last_at: `${date} 18:30:00`,
			description: `Платёж № ${place + 1}`,
			client_id: null,
			invoices: [],
			is_commercial: true,
			receipt: null,
			object_id: 0,
			object_type: 'none',
		};
	});
}

const SEGMENT_FIELDS = ['id', 'name', 'pass_condition', 'flags', 'created', 'updated'];
const SEGMENTS: Listable = {
	fields: { all: SEGMENT_FIELDS, defaults: SEGMENT_FIELDS },
	sortable: [],
	filters: {
		id: { type: 'id', lookups: ['eq', 'in'] },
		name: { type: 'text', lookups: ['eq', 'startswith'] },
	},
	pageMax: 100,
	showsLimit: true,
	hasFields: false,
};

/** Segments (3.12). */
export function segmentRoute(): Route {
	return route('GET', '/api/v2/remarketing/segments.json', {
		faults: PAGE_FAULTS.filter((kind) => kind !== 'list-changes'),
		answer: (call) => listAnswer(call, call.account.audiences.segments, SEGMENTS),
	});
}
