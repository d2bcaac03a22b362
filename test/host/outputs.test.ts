import { runInNewContext } from 'node:vm';

import { describe, expect, it } from '@jest/globals';
import type { IConnections, OnError } from 'n8n-workflow';

import type { WorkflowJson } from '../engine';
import { byId } from '../platforms/platform';
import { promoPages } from '../platforms/promopages';
import { targetAds } from '../platforms/targetads';
import { ofFile } from '../support/of-file';
import { startHost } from './support/host';
import { nodeOf } from './support/workflow';

const fields = ['InteractionTime', 'InteractionType'];

const host = ofFile(async () =>
	startHost({ sandbox: { targetAds: { placements: 50 }, promoPages: { campaigns: [7, 5] } } }),
);

function to(node: string) {
	return [{ node, type: 'main' as const, index: 0 }];
}

describe('Failed Slices', () => {
	const parameters = {
		resource: 'report',
		operation: 'getRaw',
		fields,
		interactionTypes: ['PageView'],
		dateRange: 'custom',
		dateFrom: '2024-01-01',
		dateTo: '2024-01-03',
		returnAll: true,
		options: { daysPerRequest: 1, maxConcurrency: 1, onSliceFailure: 'continue' },
	};

	function report(operation: object = {}): WorkflowJson {
		const connections: IConnections = {
			Start: { main: [to('Report')] },
			Report: { main: [to('Rows'), to('Load Again')] },
		};
		return {
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				nodeOf(targetAds, 'Report', { ...parameters, ...operation }),
				{ name: 'Rows', type: 'n8n-nodes-base.noOp' },
				nodeOf(targetAds, 'Load Again', {
					...parameters,
					dateFrom: '={{ $json.dateFrom }}',
					dateTo: '={{ $json.dateTo }}',
					options: {},
				}),
			],
			connections,
		};
	}

	function rowsOf(dateFrom: string, dateTo: string): object[] {
		const question = { fields, interactionTypes: ['PageView'], dateFrom, dateTo };
		return [...host.sandbox.targetAds.rawRows(question)];
	}

	it('is a second output in the description that the editor evaluates', async () => {
		const types = (await (await host.rest.raw('GET', '/types/nodes.json')).json()) as {
			name: string;
			outputs: string;
		}[];
		const { outputs } = types.find(({ name }) => name === targetAds.type)!;
		const evaluated = (onSliceFailure: string) =>
			runInNewContext(outputs.slice(3, -2), {
				$parameter: { ...parameters, options: { onSliceFailure } },
			}) as object;
		expect(evaluated('continue')).toEqual([
			{ type: 'main', displayName: 'Rows' },
			{ type: 'main', displayName: 'Failed Slices' },
		]);
		expect(evaluated('stop')).toEqual([{ type: 'main' }]);
	});

	it('arrive on it, and a second node loads them', async () => {
		// The second of three days is refused once.
		const path = '/v1/reports/raw_reports';
		host.sandbox.faults.add({ path, skip: 1, times: 1, fault: { kind: 'status', status: 400 } });
		const run = (await host.run(report())).assertSuccess();
		const { dateFrom, dateTo, error } = run.json('Report', 1)[0]!;
		expect(run.json('Report', 1)).toHaveLength(1);
		expect({ dateFrom, dateTo, error }).toEqual({
			dateFrom: '2024-01-02',
			dateTo: '2024-01-02',
			error: { kind: 'request-invalid', status: 400, message: expect.stringContaining('400') },
		});
		expect(run.json('Rows')).toEqual([
			...rowsOf('2024-01-01', '2024-01-01'),
			...rowsOf('2024-01-03', '2024-01-03'),
		]);
		expect(run.json('Load Again')).toEqual(rowsOf('2024-01-02', '2024-01-02'));
		expect(run.json('Load Again').length).toBeGreaterThan(0);
	});
});

describe('On Error', () => {
	const set = (name: string, parameters: Record<string, unknown>) => ({
		...{ name, type: 'n8n-nodes-base.set', typeVersion: 3.4 },
		parameters,
	});
	/** What the node behind the error output can read of it. */
	const assignments = Object.entries({
		message: '={{ $json.message }}',
		description: '={{ $json.error.description }}',
		kind: '={{ $json.error.kind }}',
		status: '={{ $json.error.status }}',
		// What went in comes out with it.
		publisher: '={{ $json.publisher }}',
	}).map(([name, value]) => ({ id: name, name, type: 'string', value }));

	/** Three items for a node that reads campaigns of a publisher; the second publisher belongs to somebody else. */
	function campaigns(onError: OnError): WorkflowJson {
		const { publishers, foreignPublisherId } = host.sandbox.promoPages;
		const ids = [publishers[0]!.publisher.id, foreignPublisherId, publishers[1]!.publisher.id];
		return {
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				set('Publishers', { mode: 'raw', jsonOutput: JSON.stringify({ publisher: ids }) }),
				{ name: 'Split', type: 'n8n-nodes-base.splitOut', parameters: { fieldToSplitOut: 'publisher' } },
				{
					...nodeOf(promoPages, 'Campaigns', {
						resource: 'campaign',
						operation: 'getAll',
						publisherId: byId('={{ $json.publisher }}'),
						returnAll: true,
					}),
					onError,
				},
				{ name: 'Rows', type: 'n8n-nodes-base.noOp' },
				set('Errors', { assignments: { assignments }, options: {} }),
			],
			connections: {
				Start: { main: [to('Publishers')] },
				Publishers: { main: [to('Split')] },
				Split: { main: [to('Campaigns')] },
				Campaigns: { main: [to('Rows'), to('Errors')] },
			},
		};
	}

	const message = expect.stringContaining('no access to the publisher (403)');
	const description = expect.stringContaining('ublisher');
	const isRefused = (json: object) => 'error' in json;

	it('Stop Workflow: the execution ends with what happened and what to do', async () => {
		const run = await host.run(campaigns('stopWorkflow'));
		expect(run.status).toBe('error');
		expect(run.data.error).toMatchObject({
			message,
			description,
			node: { name: 'Campaigns' },
			context: { itemIndex: 1, kind: 'access-denied' },
		});
		expect(run.items('Rows')).toEqual([]);
	});

	it('Continue: the failed item stands among the rows of the others', async () => {
		const run = (await host.run(campaigns('continueRegularOutput'))).assertSuccess();
		expect(run.json('Rows')).toHaveLength(7 + 1 + 5);
		expect(run.json('Rows').filter(isRefused)).toEqual([
			{
				message,
				error: expect.objectContaining({ kind: 'access-denied', message, description, status: 403 }),
			},
		]);
		expect(run.items('Errors')).toEqual([]);
	});

	it('Continue (using error output): the failed item comes out there', async () => {
		const run = (await host.run(campaigns('continueErrorOutput'))).assertSuccess();
		expect(run.json('Rows')).toHaveLength(7 + 5);
		expect(run.json('Rows').filter(isRefused)).toEqual([]);
		expect(run.json('Errors')).toEqual([
			{
				message,
				description,
				kind: 'access-denied',
				status: '403',
				publisher: host.sandbox.promoPages.foreignPublisherId,
			},
		]);
	});
});
