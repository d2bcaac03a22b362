import { existsSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { ofFile } from '../support/of-file';
import { probeWorkflow, startFixture } from './fixture';
import { host } from './host';

const engine = ofFile(startFixture);

describe('static data', () => {
	const remember = probeWorkflow({ operation: 'remember' });

	it('is kept from one production run to the next', async () => {
		const staticData = { 'node:Probe': { runs: 4 }, global: { other: 1 } };
		const first = await engine.run(remember, { mode: 'trigger', staticData });
		const second = await engine.run(remember, { mode: 'trigger', staticData: first.staticData });
		expect([...first.json('Probe'), ...second.json('Probe')]).toEqual([{ runs: 5 }, { runs: 6 }]);
		expect(staticData).toEqual({ 'node:Probe': { runs: 6 }, global: { other: 1 } });
	});

	it('is there in a manual run, but not kept', async () => {
		const staticData = { 'node:Probe': { runs: 4 } };
		const run = await engine.run(remember, { staticData });
		expect(run.json('Probe')).toEqual([{ runs: 5 }]);
		expect(staticData).toEqual({ 'node:Probe': { runs: 4 } });
	});

	it('is kept when the node fails afterwards', async () => {
		const run = await engine.run(probeWorkflow({ operation: 'remember', text: 'fail' }), { mode: 'trigger' });
		expect(run.status).toBe('error');
		expect(run.staticData).toEqual({ 'node:Probe': { runs: 1 } });
	});
});

describe('binary data', () => {
	const file = probeWorkflow({ operation: 'file' });

	it('stays in the item by default', async () => {
		const run = await engine.run(file);
		const [item] = run.items('After');
		expect(item!.binary!.data).toMatchObject({ fileName: 'rows.csv', mimeType: 'text/csv' });
		expect(item!.binary!.data).not.toHaveProperty('id');
		expect((await run.binary(item!)).toString()).toBe('a,b\r\n1,2\r\n');
	});

	it('goes to disk in filesystem mode', async () => {
		const run = await engine.run(file, { binaryMode: 'filesystem' });
		const [item] = run.items('After');
		const id = item!.binary!.data!.id!;
		expect(id).toMatch(/^filesystem-v2:/);
		expect(existsSync((await host.binaryData).getPath(id))).toBe(true);
		expect((await run.binary(item!)).toString()).toBe('a,b\r\n1,2\r\n');
		await expect(run.binary(item!, 'other')).rejects.toThrow('no binary property "other"');
	});

	it('is kept as each of two overlapping runs wants it', async () => {
		const modes = ['filesystem', 'default'] as const;
		const runs = await Promise.all(modes.map(async (binaryMode) => await engine.run(file, { binaryMode })));
		const ids = runs.map((run) => run.items('Probe')[0]!.binary!.data!.id);
		expect(ids).toEqual([expect.stringMatching(/^filesystem/), undefined]);
	});
});
