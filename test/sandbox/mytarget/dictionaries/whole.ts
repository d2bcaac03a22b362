import { json, type Answer } from '../../frame/answer';
import { below, mix, pick } from '../../frame/hash';
import {
	fieldsOf,
	onlyKnown,
	predicatesOf,
	withFields,
	type Filters,
	type ListedObject,
} from '../lists/query';
import { OBJECTIVES, packageIdOf } from '../objects/api-object';
import type { MyTargetOptions } from '../options';
import { route, type Call, type Route } from '../route';

/** What is answered at once and whole, each in its own shape (3.0.2). */
export function dictionaryRoutes(options: MyTargetOptions): Route[] {
	const whole = (name: string, body: () => unknown) =>
		route('GET', `/api/v2/${name}.json`, {
			answer: ({ query }) => {
				onlyKnown(query, []);
				return json(200, body());
			},
		});
	return [
		route('GET', '/api/v2/regions.json', { answer: (call) => regionsAnswer(call, options) }),
		whole('packages', () => ({ items: createPackages(options.packages, options.seed) })),
		whole('goals', () => ({
			ok_game: [{ goal: 'ok_game_join', description: 'Установка игры' }],
			ok_group: [{ goal: 'ok_group_join', description: 'Вступление в группу' }],
			mobile_install: [{ goal: 'mobile_app', description: 'Установка приложения' }],
			topmailru: [
				{ id: 1, goal: 'uss:заказ', description: 'Заказ', counter_id: 3_100_001, counter_name: 'Магазин' },
				{ id: 2, goal: 'jse:call', description: 'Звонок', counter_id: 3_100_001, counter_name: 'Магазин' },
			],
		})),
	];
}

/** Items of GET packages.json: all of them at once, no `count` (3.7). */
export function createPackages(count: number, seed: number): Record<string, unknown>[] {
	return Array.from({ length: count }, (_, place) => {
		const state = mix(mix(seed, 0x9ac), place);
		return {
			id: packageIdOf(place),
			name: `Пакет ${place + 1}: ${pick(['баннер', 'видео', 'карусель'], state)}`,
			description: 'Показы в соцсетях и проектах',
			status: place % 9 === 8 ? 'blocked' : 'active',
			created: '2019-02-01 12:00:00',
			updated: '2024-05-20 15:30:00',
			banner_format_id: 1 + below(40, mix(state, 1)),
			pads_tree_id: below(4, mix(state, 2)) * 131,
			price: '1.5',
			max_price_per_unit: '1000',
			max_uniq_shows_limit: 255,
			paid_event_type: pick([0, 1, 7], mix(state, 3)),
			priced_event_type: pick([0, 1, 1013], mix(state, 4)),
			objective: place % 7 === 6 ? [] : [pick(OBJECTIVES, mix(state, 5))],
			related_package_ids: [],
			url_types: { primary: [['external']] },
			flags: [],
		};
	});
}

/** Of which root the regions of Russia are depends on the page of the documentation (trap 35). */
const RUSSIA = 188;
const CITIES_FROM = 1000;

const FIELDS = {
	all: ['id', 'parent_id', 'name', 'flags', 'iso_alpha_3', 'type'],
	defaults: ['id', 'parent_id', 'name', 'flags'],
};

const flagsOf = (region: ListedObject) => region.flags as readonly string[];

const FILTERS: Filters = {
	id: { type: 'id', lookups: ['eq', 'in'] },
	parent_id: { type: 'id', lookups: ['eq', 'in'] },
	q: { type: 'text', lookups: ['eq'], search: (region) => [String(region.name)] },
	// Several flags mean all of them, unlike `in` everywhere else.
	flags: { type: 'text', lookups: ['eq', 'in'], search: (region) => [flagsOf(region).join(' ')] },
};

/** The whole tree in one answer (3.11). Errors: 400. */
function regionsAnswer({ query, headers }: Call, options: MyTargetOptions): Answer {
	const filters = [...query.keys()].filter((name) => name.startsWith('_'));
	onlyKnown(query, ['fields', ...filters]);
	const fields = fieldsOf(query, FIELDS);
	const isRussian = (headers['accept-language'] ?? '').toLowerCase().startsWith('ru');
	const predicates = predicatesOf(query, FILTERS);
	const found = createRegions(options.regions, isRussian).filter((region) =>
		predicates.every((holds) => holds(region)),
	);
	return json(200, { count: found.length, items: found.map((region) => withFields(region, fields)) });
}

function createRegions(count: number, isRussian: boolean): ListedObject[] {
	return Array.from({ length: count }, (_, place) => {
		if (place === 0) {
			const name = isRussian ? 'Россия' : 'Russia';
			const flags = ['rb_active', 'geo_tree_extended', 'geo_tree'];
			return { id: RUSSIA, parent_id: -1, name, flags, iso_alpha_3: 'RUS', type: 'country' };
		}
		return {
			id: CITIES_FROM + place,
			parent_id: RUSSIA,
			name: `${isRussian ? 'Город' : 'City'} ${place}`,
			flags: place % 3 === 0 ? ['geo_tree'] : ['rb_active', 'geo_tree'],
			type: 'city',
		};
	});
}
