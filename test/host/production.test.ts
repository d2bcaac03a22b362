import { describe, expect, it } from '@jest/globals';

import { difference, fingerprints } from '../faults/rows';
import { accounts, platforms } from '../platforms';
import { ofFile } from '../support/of-file';
import { startHost } from './support/host';
import { afterStart, nodeOf, runInProduction } from './support/workflow';

// Reports are ready at the first look: this clock is the real one.
const host = ofFile(async () => startHost({ sandbox: accounts('examples') }));

/** Of a node that does not give everything. */
const LIMIT = 50;

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const reports = platforms.flatMap((platform) =>
	(platform.host?.loads ?? []).map((load) => ({ title: `${platform.title} ${load.name}`, platform, load })),
);

it.each(platforms)('all reports of $title are loaded here', ({ sources, host: part }) => {
	const operations = sources().node.operations.filter(({ resource }) => resource === 'report');
	// The table of ad performance is made of another report's rows; its sums are looked at where that is.
	const names = operations
		.map(({ operation }) => operation)
		.filter((name) => /^get(?!All$|Performance$)/.test(name));
	expect(new Set(part!.loads.map(({ name }) => name))).toEqual(new Set(names));
});

describe('a load in production mode, with Return All as the node has it', () => {
	it.each(reports)('gives everything: $title', async ({ platform, load: { name, parameters, truth } }) => {
		host.reset();
		const days = { dateFrom: ago(20), dateTo: ago(2) };
		const report = { resource: 'report', operation: name, dateRange: 'custom', ...days };
		const node = nodeOf(platform, 'Report', { ...report, ...parameters(host.sandbox) });
		const run = await runInProduction(host, afterStart([node]));
		run.assertSuccess();
		const expected = fingerprints(truth(host.sandbox, days));
		expect(expected.length).toBeGreaterThan(LIMIT);
		expect(difference(fingerprints(run.json('Report')), expected)).toBeUndefined();
	});
});
