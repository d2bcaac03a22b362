import type { LiveRequest, Probe } from '../../probe';
import { among, at, fieldsOf, kindOf, momentOf, presentOf, retryAfter, status } from '../../words';
import { moscowDay } from '../days';
import { REFUSALS, formOfError, objectsOf, refusedOrNot } from './answers';

const list = (resource: string, query: Readonly<Record<string, string>>): LiveRequest => ({
	path: `/api/v2/${resource}.json`,
	query,
});

export const listsProbes: readonly Probe[] = [
	{
		key: 'objects',
		request: () => list('ad_plans', { limit: '1', fields: 'id,name,status' }),
		expects: [200],
		questions: [
			status('a page of one ad plan', '3.3', 200, 403, 404),
			{
				about: 'fields of a page',
				sheet: '3.0.2',
				found: ({ json }) => fieldsOf(json),
				believed: ['count, items, offset', 'count, items, limit, offset'],
			},
			{
				about: 'kind of an id',
				sheet: '1.10',
				found: ({ json }) =>
					at(json, 'items', 0) === undefined ? undefined : kindOf(at(json, 'items', 0, 'id')),
				believed: 'a number',
			},
		],
		learn: ({ json, status: code }, known) => {
			const id = at(json, 'items', 0, 'id');
			if (code !== 200) known.set('objects', 'campaigns');
			else if (typeof id === 'number') known.set('object', String(id));
		},
	},
	{
		key: 'campaigns',
		request: () => list('campaigns', { limit: '1', fields: 'id,mixing,updated' }),
		questions: [
			status('a page of one campaign of myTarget', '3.2', 200),
			{
				about: 'form of updated',
				sheet: '1.10',
				found: ({ json }) =>
					at(json, 'items', 0) === undefined ? undefined : momentOf(at(json, 'items', 0, 'updated')),
				believed: ['YYYY-MM-DD HH:MM:SS', 'missing'],
			},
			{
				about: 'mixing',
				sheet: '4.1',
				found: ({ json }) =>
					at(json, 'items', 0) === undefined
						? undefined
						: among(at(json, 'items', 0, 'mixing'), ['fastest', 'recommended', 'null']),
			},
		],
		learn: ({ json }, known) => {
			const id = at(json, 'items', 0, 'id');
			if (known.get('objects') === 'campaigns' && typeof id === 'number') known.set('object', String(id));
		},
	},
	{
		key: 'limit-51',
		request: (known) => list(objectsOf(known), { limit: '51', fields: 'id' }),
		expects: REFUSALS,
		questions: [
			status('a page of 51', '8'),
			{
				about: 'whether a page of 51 is cut to 50',
				sheet: '8',
				found: ({ json }) => {
					const items = at(json, 'items');
					if (!Array.isArray(items) || Number(at(json, 'count')) < 51) return undefined;
					return items.length === 51
						? 'given in full'
						: items.length === 50
							? 'cut to 50'
							: 'cut to another size';
				},
			},
		],
	},
	{
		key: 'unknown-field',
		request: (known) => list(objectsOf(known), { limit: '1', fields: 'id,no_such_field' }),
		expects: REFUSALS,
		questions: refusedOrNot('a field that there is not', '8'),
	},
	{
		key: 'unknown-filter',
		request: (known) => list(objectsOf(known), { limit: '1', fields: 'id', _no_such_field: '1' }),
		expects: REFUSALS,
		questions: refusedOrNot('a filter that there is not', '8'),
	},
	{
		key: 'banner-sorting',
		request: () => list('banners', { limit: '1', fields: 'id', sorting: 'id' }),
		expects: REFUSALS,
		questions: refusedOrNot('banners sorted by id', '8'),
	},
	{
		key: 'leads',
		request: () => ({
			path: '/api/v1/lead_ads/leads.json',
			query: { limit: '1', _created_at__gte: `${moscowDay(-1)} 00:00:00` },
		}),
		expects: [200],
		questions: [
			status('leads since yesterday (no field of a lead is looked at)', '3.26', 200),
			{
				about: 'fields of a page of leads',
				sheet: '3.26',
				found: ({ json }) => presentOf(json, ['items', 'count', 'offset']),
				believed: ['items, count, offset', 'items, count'],
			},
		],
	},
	{
		key: 'no-such-resource',
		request: () => list('no_such_resource', {}),
		expects: [404],
		questions: [
			status('a resource that there is not', '3.0.4', 404),
			{ about: 'form of a 404', sheet: '3.0.5', found: formOfError },
			{ about: 'waiting that a 404 asks for', sheet: '8', found: retryAfter },
		],
	},
];
