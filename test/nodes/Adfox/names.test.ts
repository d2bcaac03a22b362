import { describe, expect, it } from '@jest/globals';

import { Adfox } from '../../../nodes/Adfox/Adfox.node';
import { kinds } from '../../../nodes/Adfox/objects/kinds';
import { byId, Harness } from './harness';

const { properties } = new Adfox().description;
const shownIn = (resource: string, operation: string) =>
	properties
		.filter(({ displayOptions: { show } = {} }) =>
			[show?.resource?.includes(resource), show?.operation?.includes(operation)].every(Boolean),
		)
		.map(({ name }) => name);

describe('names of parameters', () => {
	it('are never a bare id', () => {
		expect(properties.filter(({ name }) => name === 'id')).toEqual([]);
	});

	it.each(Object.values(kinds).map(({ value }) => value))('say whose ID it is: %s', (resource) => {
		for (const operation of ['get', 'update'])
			expect(shownIn(resource, operation)).toContain(`${resource}Id`);
	});

	it('are those of design for what needs more than one ID', () => {
		expect(shownIn('banner', 'delete')).toEqual(expect.arrayContaining(['campaignID', 'bannerId']));
		expect(shownIn('place', 'delete')).toEqual(expect.arrayContaining(['siteID', 'placeId']));
		expect(shownIn('banner', 'setFrequency')).toContain('bannerId');
		expect(shownIn('campaign', 'setPlacement')).toContain('campaignId');
		expect(shownIn('dictionary', 'getAll')).toContain('templateId');
	});

	it('call what is changed Update Fields, and what is added Additional Fields', () => {
		for (const { value } of Object.values(kinds)) {
			expect(shownIn(value, 'update')).toContain('updateFields');
			expect(shownIn(value, 'update')).not.toContain('additionalFields');
			expect(shownIn(value, 'create')).toContain('additionalFields');
		}
	});
});

describe('another resource', () => {
	const harness = Harness.ofFile({ adfox: { campaigns: 3, banners: 6 } });

	it('takes no object along that was chosen for the one before', async () => {
		const chosen = { campaignId: byId(harness.sandbox.adfox.campaigns[0]!.ID) };
		const { error } = await harness.run({ resource: 'banner', operation: 'get', ...chosen });
		expect(error?.message).toContain('Parameter "Banner" is required');
		expect(harness.sandbox.requests).toEqual([]);
	});
});
