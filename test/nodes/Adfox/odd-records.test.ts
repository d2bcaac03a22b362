import { describe, expect, it } from '@jest/globals';

import { answer, Harness, NODE, TYPE } from './harness';

const harness = Harness.ofFile();

const answering = (result: unknown) =>
	harness.sandbox.faults.add({ path: /^\/v2\/reports/, fault: answer(200, { result }) });
const REPORTS = [{ name: 'days', title: 'By Day' }, { name: 7 }, { title: 'without a name' }];
const list = { resource: 'report', operation: 'getAll', level: 'owner', returnAll: true };

describe.each([
	['alone', (reports: unknown[]) => reports],
	['under "reports"', (reports: unknown[]) => ({ reports })],
])('a list of saved reports %s', (_name, form) => {
	it('goes on without what is no report, and says so', async () => {
		answering(form([null, ...REPORTS]));
		const run = await harness.run(list);
		expect(run.json(NODE)).toEqual([{}, ...REPORTS]);
		expect(run.hints(NODE).join(' ')).toContain('1 row came without an ID or anything else');
	});

	it('offers those that have a name', async () => {
		answering(form([7, ...REPORTS]));
		const { results } = await harness.engine.listSearch('adfox', 'searchReports', {
			credentials: { [TYPE]: harness.credential },
			parameters: { resource: 'report', operation: 'get', level: 'owner' },
		});
		expect(results.map(({ value }) => value)).toEqual(['days']);
	});

	it('is an unknown answer where there is nothing else', async () => {
		answering(form([null, 7]));
		expect((await harness.run(list)).error).toMatchObject({ context: { kind: 'response-invalid' } });
	});
});
