import { describe, expect, it } from '@jest/globals';

import { builtPackage } from '../setup/built-package';

/** Every text under a name, however deep it is. */
function textsUnder(name: string, value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === name && typeof inner === 'string' ? [inner] : textsUnder(name, inner),
	);
}

describe.each(builtPackage().nodes)('$description.name', ({ description, methods }) => {
	it.each([
		['listSearch', 'searchListMethod'],
		['loadOptions', 'loadOptionsMethod'],
	] as const)('has each method of %s that a field names, and no other one', (kind, property) => {
		const named = new Set(textsUnder(property, description.properties));
		expect(new Set(Object.keys(methods?.[kind] ?? {}))).toEqual(named);
	});
});
