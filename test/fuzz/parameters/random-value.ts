import type { INodeProperties, NodePropertyTypes } from 'n8n-workflow';

import type { Random } from '../random';

/** What nobody enters on purpose, as JSON can hold it. */
const STRANGE: readonly unknown[] = [
	null, true, false, 0, -1, 1.5, -1e9, 1e21, Number.MAX_SAFE_INTEGER, '', ' ', '0', '-1', '1e3', '0x10', 'я🙂', 'a,b', ',,', '1,,2',
	'1&x=2', '../..', '%2e%2e', '?a#b', 'x\r\nX-Y: z', '\u0000', '\ud800', '"', "'", '[]', '{', '{"a":1}', '{"__proto__":{"x":1}}',
	'[{"name":"a","value":[1]}]', '2024-02-30', '0000-01-01', '9999-12-31', '+275760-09-13', '-000001-01-01', '2026-03-01T10:00:00+14:00',
	'constructor', 'toString', '__proto__', [], [null], [[]], [''], [1, '2', -3], [{}], ['a', 'a'], {}, { a: { b: [] } }, { value: 1 },
	{ __rl: true, mode: 'id', value: '' }, { __rl: true, mode: 'list', value: null }, { values: [] }, { values: [null] }, { values: 'x' },
	{ values: [{ field: 'status', lookup: 'in', value: '' }] }, { parameter: [{ name: 'x' }] }, 'x'.repeat(5000),
]; // prettier-ignore

/** What expressions can give and JSON cannot hold, and expressions that give nothing at all. */
const EXPRESSIONS = [
	'={{ null }}', '={{ undefined }}', '={{ NaN }}', '={{ Infinity }}', '={{ -0 }}', '={{ new Date() }}', '={{ new Date("x") }}', '={{ $now }}',
	'={{ DateTime.fromISO("x") }}', '={{ $now.minus({ days: 3 }) }}', '={{ [] }}', '={{ {} }}', '={{ [1, "2", null] }}', '={{ 10n }}',
	'={{ /x/ }}', '={{ new Map([[1, 2]]) }}', '={{ new Set([1]) }}', '={{ (() => 1) }}', '={{ Symbol("x") }}', '={{ $json }}',
	'={{ $json.missing }}', '={{ $json.missing?.deeper }}', '={{ "1,2,3" }}', '={{ 17 }}', '={{ true }}', '=', '={{ }}', '=text {{ 1 }}',
	'={{ Array.from({ length: 300 }, (_, i) => i + 1) }}', '={{ Object.create(null) }}', '={{ ({ toMillis: () => "x" }) }}',
	'={{ ({ value: { value: 1 } }) }}', '={{ ({ toString: 1 }) }}',
]; // prettier-ignore

const IDS = ['1', '2', '3', '17', '1001', '6617841', '61d1', 'abc-1'];
const DAYS = ['2026-11-01', '2026-11-03', '2026-11-20', '2026-10-31T23:59:59Z', '2026-11-02 10:00:00'];
const WORDS = 'impressions date name id,name base InteractionTime Europe/Moscow Asia/Tokyo report.csv'.split(
	' ',
);
const TEXTS = [...WORDS, ...IDS, ...DAYS, '1,2,3'];
const OBJECTS = ['', '{}', '{"name":"x","status":"active"}', '[1]', '{"limit":2,"_id__in":[1,2]}'];
/** Of API Request: the one that the field names as an example, and some that lead elsewhere. */
function pathsOf({ placeholder = '' }: INodeProperties): string[] {
	const example = placeholder.replace(/^e\.g\. /, '');
	return [example, example, `${example}/../x`, '//x'];
}

/** A value for a parameter: one that its field is meant for, or one that only an expression or a broken import brings. */
export function randomValue(field: INodeProperties, random: Random): unknown {
	if (random.chance(0.12)) return random.pick(EXPRESSIONS);
	// n8n itself stumbles over a required resource locator that is null, before it starts the node.
	const strange = random.chance(0.14) ? random.pick(STRANGE) : undefined;
	if (strange !== undefined && (strange !== null || field.type !== 'resourceLocator')) return strange;
	return fittingValue(field, random);
}

function choices({ options = [] }: INodeProperties): unknown[] {
	return options.flatMap((option) => ('value' in option ? [option.value] : []));
}

const FITTING: Partial<Record<NodePropertyTypes, (field: INodeProperties, random: Random) => unknown>> = {
	boolean: (_field, random) => random.chance(0.5),
	number: (_field, random) => random.pick([0, 1, 2, 3, 5, 10, 50]),
	options: (field, random) => random.pick(choices(field)),
	multiOptions: (field, random) => {
		const known = [...choices(field), ...IDS];
		return Array.from({ length: random.below(4) }, () => random.pick(known));
	},
	dateTime: (_field, random) => random.pick(DAYS),
	json: (_field, random) => random.pick(OBJECTS),
	resourceLocator: (_field, random) => ({ __rl: true, mode: 'id', value: random.pick(IDS) }),
	collection: (field, random) => someOf((field.options ?? []) as INodeProperties[], 0.2, random),
	fixedCollection,
};

function fittingValue(field: INodeProperties, random: Random): unknown {
	const fitting = FITTING[field.type];
	if (fitting !== undefined) return fitting(field, random);
	return random.pick(field.name === 'path' ? pathsOf(field) : TEXTS);
}

function fixedCollection({ options = [], typeOptions }: INodeProperties, random: Random): unknown {
	const collected: Record<string, unknown> = {};
	for (const option of options) {
		if (!('values' in option)) continue;
		const one = () => someOf(option.values, 0.8, random);
		const many = () => Array.from({ length: random.below(3) }, one);
		collected[option.name] = typeOptions?.multipleValues === true ? many() : one();
	}
	return collected;
}

/** Some of the fields with random values; the others keep what they have by default. */
export function someOf(
	fields: readonly INodeProperties[],
	share: number,
	random: Random,
): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const field of fields)
		if (random.chance(field.required === true ? 0.95 : share))
			values[field.name] = randomValue(field, random);
	return values;
}
