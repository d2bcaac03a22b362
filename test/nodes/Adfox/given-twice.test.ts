import { describe, expect, it } from '@jest/globals';

import { byId, formOf, Harness } from './harness';

const harness = Harness.ofFile({ adfox: { campaigns: 3 } });

const custom = (...parameter: readonly (readonly [string, string])[]) => ({
	custom: { parameter: parameter.map(([name, value]) => ({ name, value })) },
});
const update = (updateFields: object, resource = 'campaign') => ({
	...{ resource, operation: 'update', [`${resource}Id`]: byId(1), updateFields },
});
const create = (additionalFields: object) => ({
	...{ resource: 'campaign', operation: 'create', name: 'x', advertiserID: byId(1), additionalFields },
});

describe('a parameter that is given twice is refused by name', () => {
	it.each<[string, object, string]>([
		[
			'custom both times',
			update(custom(['user1', 'a'], [' user1 ', 'b'])),
			'Update Fields gives "user1" although it is given already.',
		],
		[
			'as a field and as a custom one',
			update({ name: 'x', ...custom(['name', 'y']) }),
			'Update Fields gives "name" although it is given already.',
		],
		['beside a field of its own', create(custom(['name', 'y'])), 'Additional Fields gives "name"'],
		['as the object itself', update({ name: 'x', ...custom(['objectID', '2']) }), 'gives "objectID"'],
		[
			'as what the frequency is',
			{
				...{ resource: 'banner', operation: 'setFrequency', bannerId: byId(1), isRedefined: true },
				additionalFields: custom(['isRedefined', '0']),
			},
			'gives "isRedefined"',
		],
		[
			'as where a campaign is placed',
			{
				...{ resource: 'campaign', operation: 'setPlacement', campaignId: byId(1), actionStatus: 1 },
				...{ actionObjectID: '5', additionalFields: custom(['actionStatus', '0']) },
			},
			'gives "actionStatus"',
		],
	])('%s', async (_name, parameters, words) => {
		const run = await harness.run({ ...parameters });
		expect(run.error?.message).toContain(words);
		expect(run.error?.description).toContain('Take one of the two out');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('but for one with brackets, which may come more than once (2.5)', async () => {
		await harness.run(update(custom(['okveds[]', '1'], ['okveds[]', '2'])));
		expect(formOf(harness.sandbox.requests[0]!).filter(([name]) => name === 'okveds[]')).toEqual([
			['okveds[]', '1'],
			['okveds[]', '2'],
		]);
	});
});

describe('a parameter of another kind is refused by name', () => {
	it.each<[string, object]>([
		['of a change', update(custom(['maxClicks', '5']), 'place')],
		['of another operation of the kind', update(custom(['copyID', '5'], ['positionID', '1']))],
		[
			'of a new object',
			{
				...{ resource: 'site', operation: 'create', name: 'x' },
				additionalFields: custom(['maxClicks', '5']),
			},
		],
	])('%s', async (_name, parameters) => {
		const run = await harness.run({ ...parameters });
		expect(run.error?.message).toMatch(
			/Fields contains "\w+", which belongs to another kind of object or another operation\.$/,
		);
		expect(run.error?.description).toContain('API Request > Send');
		expect(harness.sandbox.requests).toEqual([]);
	});

	it('but for a name that no method is known to have', async () => {
		await harness.run(update(custom(['newerThanThis', '1']), 'place'));
		expect(formOf(harness.sandbox.requests[0]!)).toContainEqual(['newerThanThis', '1']);
	});
});
