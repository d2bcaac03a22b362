import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import type { DateWindow } from '../../connector/slices';
import { readExamples, tableExamples } from '../demo/example';
import type { WorkflowJson } from '../engine';
import { tableOf } from '../nodes/performance/truth';
import { answer } from '../nodes/support/failing';
import { accounts } from '../platforms';
import type { FaultRule } from '../sandbox';
import { ofFile } from '../support/of-file';
import type { Execution } from './server/execution';
import { startClickHouse } from './services/clickhouse';
import { startPostgres } from './services/postgres';
import { startHost } from './support/host';
import { afterStart, runInProduction } from './support/workflow';

const host = ofFile(async () => startHost({ sandbox: accounts('examples') }));
const postgres = ofFile(async () => closedBy(await startPostgres()));
const clickHouse = ofFile(async () => closedBy(await startClickHouse()));

const closedBy = <Service extends { stop(): Promise<void> }>(service: Service) => ({
	...service,
	close: async () => service.stop(),
});

/** In an order of their own, with their columns in one as well. */
const inOrder = (rows: readonly IDataObject[]) =>
	rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()))).sort();

const daysOf = (run: Execution) => {
	const [{ date_from: dateFrom, date_to: dateTo } = {}] = run.json('Days to load');
	return { dateFrom, dateTo } as unknown as DateWindow;
};

/** The first platform's rows, as its report has them and as the table has them. */
const FIRST = 'targetads';

/**
 * What a night may bring: a campaign has got more clicks since, a row was taken back, another one is new.
 *
 * @returns the answer that the platform gives from now on, and the table as it has to be then
 */
function lateData(days: DateWindow): { rule: FaultRule; table: IDataObject[] } {
	const truth = tableOf(host.sandbox, days);
	const [changed, , ...kept] = truth.filter(({ platform }) => platform === FIRST);
	const more = { ...changed, clicks: Number(changed!.clicks) + 10 };
	const added: IDataObject = {
		...changed,
		campaign_id: null,
		campaign_name: 'Новая кампания',
		impressions: 5,
	};
	added.row_key = [FIRST, added.account_id, added.campaign_name, added.date_day].join('|');
	const late: IDataObject[] = [more, added, ...kept];
	const lines = late.map((row) => ({
		EventDate: row.date_day,
		MediaCampaign: row.campaign_name,
		Impressions: String(row.impressions),
		Clicks: String(row.clicks),
		TargetEventCount: String(row.conversions),
	}));
	return {
		rule: { path: /agg_report/, fault: answer(200, { Rows: lines, count: lines.length }) },
		table: [...late, ...truth.filter(({ platform }) => platform !== FIRST)],
	};
}

/** The workflow as its user makes it: what writes is switched on and has its credential. */
function switchedOn(
	id: string,
	type: string,
	credentials: Record<string, { id: string }>,
	parameters: object = {},
): WorkflowJson {
	const workflow = readExamples().find((example) => example.id === id)!;
	const nodes = workflow.nodes.map((node) =>
		node.type === `n8n-nodes-base.${type}`
			? { ...node, disabled: false, credentials, parameters: { ...node.parameters, ...parameters } }
			: node,
	);
	return { ...workflow, nodes } as WorkflowJson;
}

async function credentialOf(
	type: string,
	data: IDataObject,
): Promise<Record<string, { id: string; name: string }>> {
	const { id } = (await host.rest.post('/credentials', { name: type, type, data })) as { id: string };
	return { [type]: { id, name: type } };
}

describe('two nightly runs, with late data in between', () => {
	const COLUMNS =
		'row_key, date_day, platform, account_id, account_name, campaign_id, campaign_name, impressions, clicks, spend, currency, conversions';

	it('leave the table of PostgreSQL as the platforms are', async () => {
		await postgres.createDatabase('warehouse');
		const { host: address, port, user, password } = postgres;
		const data = { host: address, port, user, password, database: 'warehouse', ssl: 'disable' };
		const credential = await credentialOf('postgres', { ...data, maxConnections: 5 });
		const workflow = switchedOn('ad-performance-to-postgres', 'postgres', credential);
		const load = async () => (await runInProduction(host, workflow)).assertSuccess();
		const stored = async () => {
			const sql = `select row_to_json(one) from (select ${COLUMNS} from ad_performance) as one`;
			return (await postgres.query('warehouse', sql)).map((line) => JSON.parse(line) as IDataObject);
		};

		const days = daysOf(await load());
		const truth = tableOf(host.sandbox, days);
		expect(truth.length).toBeGreaterThan(500);
		expect(inOrder(await stored())).toEqual(inOrder(truth));

		await load();
		expect(inOrder(await stored())).toEqual(inOrder(truth));

		const { rule, table } = lateData(days);
		host.sandbox.faults.add(rule);
		await load();
		expect(inOrder(await stored())).toEqual(inOrder(table));
		expect(table).not.toEqual(truth);

		// A night on which the names cannot be had leaves those that are there.
		host.sandbox.faults.add({ path: '/api/v3/user.json', fault: answer(403, {}) });
		await load();
		expect(inOrder(await stored())).toEqual(inOrder(table));
	});

	it('leave the table of ClickHouse as the platforms are, but for a row that was taken back', async () => {
		const { url, user, password } = clickHouse;
		const credential = await credentialOf('httpBasicAuth', { user, password });
		const workflow = switchedOn('ad-performance-to-clickhouse', 'httpRequest', credential, { url });
		const load = async () => (await runInProduction(host, workflow)).assertSuccess();
		const stored = async () => {
			const sql = `select ${COLUMNS} from ad_performance final format JSONEachRow`;
			const lines = (await clickHouse.query(sql)).split('\n').filter((line) => line !== '');
			return lines.map((line) => {
				const row = JSON.parse(line) as IDataObject;
				// Whole numbers of 64 bits come as text.
				for (const count of ['impressions', 'clicks'])
					row[count] = row[count] === null ? null : Number(row[count]);
				return row;
			});
		};

		const days = daysOf(await load());
		const truth = tableOf(host.sandbox, days);
		expect(inOrder(await stored())).toEqual(inOrder(truth));

		const { rule, table } = lateData(days);
		host.sandbox.faults.add(rule);
		// Of two rows with one key that of the later second counts.
		await sleep(1000);
		await load();
		const left = truth.filter(({ row_key: key }) => !table.some((row) => row.row_key === key));
		expect(left).toHaveLength(1);
		expect(inOrder(await stored())).toEqual(inOrder([...table, ...left]));
	});

	it('leave the table of n8n as the platforms are', async () => {
		const workflow = readExamples(tableExamples).find(({ id }) => id === 'ad-performance-to-data-table')!;
		const load = async () => (await runInProduction(host, workflow)).assertSuccess();
		const read = {
			name: 'Read',
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1,
			parameters: {
				resource: 'row',
				operation: 'get',
				dataTableId: { __rl: true, mode: 'name', value: 'Ad performance' },
				matchType: 'anyCondition',
				filters: {},
				returnAll: true,
			},
		};
		const stored = async () => {
			const rows = (await host.run(afterStart([read]))).assertSuccess().json('Read');
			return rows.map(({ id: _id, createdAt: _created, updatedAt: _updated, ...row }) => row);
		};

		const days = daysOf(await load());
		expect(inOrder(await stored())).toEqual(inOrder(tableOf(host.sandbox, days)));

		const { rule, table } = lateData(days);
		host.sandbox.faults.add(rule);
		await load();
		expect(inOrder(await stored())).toEqual(inOrder(table));
	});
});
