import { json, type Answer } from '../../frame/answer';
import { predicatesOf, type Filters } from '../lists/filters';
import type { ListedObject } from '../lists/listed-object';
import { fieldsOf, withFields } from '../lists/fields';
import { onlyKnown } from '../lists/parameters';
import type { MyTargetOptions } from '../options';
import type { Call } from '../route';

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
export function regionsAnswer({ query, headers }: Call, options: MyTargetOptions): Answer {
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
