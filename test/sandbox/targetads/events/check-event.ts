import { isObject } from '../../frame/routes';

const TEXTS = ['uid', 'event_type', 'event_category', 'event_name'];
const ORDER_TEXTS = ['id', 'currency'];
const ORDER_NUMBERS = ['amount', 'shipping', 'tax'];

/** What is wrong with an event (3.12), in the words of one field; undefined for a good one. */
export function objectionTo(event: unknown): string | undefined {
	if (!isObject(event)) return 'event must be an object';
	if (event.event_name === undefined || event.event_name === '') return 'event_name is required';
	for (const [name, value] of Object.entries(event)) {
		const objection = objectionToField(name, value);
		if (objection !== undefined) return objection;
	}
	return undefined;
}

function objectionToField(name: string, value: unknown): string | undefined {
	if (TEXTS.includes(name)) return typeof value === 'string' ? undefined : `${name} must be a string`;
	switch (name) {
		case 'event_value':
			return typeof value === 'number' ? undefined : 'event_value must be a number';
		case 'edttm':
			// Seconds, as T31 reads it.
			return Number.isInteger(value) ? undefined : 'edttm must be a timestamp';
		case 'cp':
			return isObject(value) && Object.values(value).every((each) => typeof each === 'string')
				? undefined
				: 'cp must be an object of strings';
		case 'ecommerce':
			return objectionToOrder(value);
		default:
			return `unknown field ${name}`;
	}
}

function objectionToOrder(order: unknown): string | undefined {
	if (!isObject(order)) return 'ecommerce must be an object';
	const odd = Object.entries(order).find(([name, value]) =>
		ORDER_TEXTS.includes(name)
			? typeof value !== 'string'
			: !ORDER_NUMBERS.includes(name) || typeof value !== 'number',
	);
	return odd === undefined ? undefined : `ecommerce.${odd[0]} is invalid`;
}
