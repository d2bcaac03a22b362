import { describe, expect, it } from '@jest/globals';

import type { Row } from '../../../../connector/rows';
import { recalled } from '../../../../nodes/shared/trigger/memory';
import type { FakeTrigger } from './fake-trigger';
import { active, triggerOn } from './watched-objects';

describe('what is remembered', () => {
	it.each([
		['unreadable', { memory: 'nonsense' }],
		['of another version', { memory: { version: 99, watch: 'x', seen: [] } }],
		['cut off', { memory: { version: 1, watch: 'x', seen: [['{}', 'abc']] } }],
	])('is begun anew without old events where it is %s', async (_what, staticData) => {
		const trigger = triggerOn({ list: [active(1)] }, { tellsNew: true });
		trigger.staticData = staticData;
		expect(await trigger.poll()).toEqual([]);
		expect(await trigger.poll()).toEqual([]);
	});

	it.each([
		['another parameter', (trigger: FakeTrigger) => (trigger.parameters = { of: 'others' })],
		['another credential', (trigger: FakeTrigger) => (trigger.credentialId = 'c2')],
	])('is begun anew for %s', async (_what, change) => {
		const objects = { list: [active(1)] };
		const trigger = triggerOn(objects, { tellsNew: true });
		await trigger.poll();
		objects.list = [active(7), active(8)];
		change(trigger);
		expect(await trigger.poll()).toEqual([]);
	});

	it('holds neither an ID nor a name', async () => {
		const trigger = triggerOn({ list: [{ id: 'secret-id', name: 'Anna', state: 'active' }] });
		await trigger.poll();
		expect(JSON.stringify(trigger.staticData)).not.toMatch(/secret-id|Anna/);
	});

	it('stays under 10 KB for 1,000 objects, whatever comes and goes', async () => {
		const objects = { list: [] as Row[] };
		const trigger = triggerOn(objects, { tellsNew: true });
		for (let round = 0; round < 20; round++) {
			objects.list = Array.from({ length: 1000 }, (_, index) => active(round * 300 + index));
			await trigger.poll();
			expect(JSON.stringify(trigger.staticData).length).toBeLessThan(10_000);
		}
	});

	it('reads as it was written', () => {
		expect(
			recalled({ version: 1, watch: 'w', mark: { a: 1 }, seen: [['{"s":1}', '1234567abcdefg']] }, 'w'),
		).toEqual({
			seen: new Map([
				['1234567', '{"s":1}'],
				['abcdefg', '{"s":1}'],
			]),
			mark: { a: 1 },
			isUnfinished: false,
		});
	});
});
