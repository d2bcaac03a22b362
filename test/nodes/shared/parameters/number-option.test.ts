import { describe, expect, it } from '@jest/globals';

import { numberOption } from '../../../../nodes/shared/parameters/number-option';
import { parameterErrorOf, parametersOf } from './parameters-of';

const text = { displayName: 'Page Size', name: 'pageSize', description: 'Rows of a page' };
const pages = () => numberOption({ ...text, minimum: 1, maximum: 100, default: 50 });
const share = () => numberOption({ ...text, minimum: 0, precision: 2, default: 1 });
const seconds = () => numberOption({ ...text, minimum: 0, precision: Infinity, default: 9 });

describe('a number among the options', () => {
	it('has the bounds in the editor that it is read by', () => {
		expect(pages().field).toStrictEqual({
			...text,
			default: 50,
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
		});
		expect(share().field.typeOptions).toStrictEqual({ minValue: 0, numberPrecision: 2 });
		expect(seconds().field.typeOptions).toStrictEqual({ minValue: 0 });
	});

	it('is whole unless it says how many digits it may have', () => {
		const given = parametersOf({ options: { pageSize: 1.5 } }, [pages().field]);
		expect(parameterErrorOf(() => pages().read(given)).message).toBe(
			'Page Size is 1.5, but it has to be a whole number.',
		);
		for (const option of [share(), seconds()]) expect(option.read(given)).toBe(1.5);
	});

	it('is at its default where nobody added it', () => {
		expect([pages(), share(), seconds()].map(({ read }) => read(parametersOf({})))).toEqual([50, 1, 9]);
	});
});
