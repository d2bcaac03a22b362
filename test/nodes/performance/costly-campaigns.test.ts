import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { readExamples } from '../../demo/example';
import { inARow, startEngine } from '../../engine';
import { ofFile } from '../../support/of-file';

const engine = ofFile(async () => startEngine());
const { nodes } = readExamples().find(({ id }) => id === 'mytarget-pause-costly-campaigns')!;
const nodeOf = (name: string) => nodes.find((node) => node.name === name)!;

describe('the rule for campaigns that cost too much per conversion', () => {
	it('counts what each campaign spent for one conversion, and all of it where there is none', async () => {
		const row = (campaign: string, spend: number | null, conversions: number | null): IDataObject => ({
			campaign_id: campaign,
			campaign_name: `Campaign ${campaign}`,
			spend,
			conversions,
		});
		const rows = [row('1', 100, 2), row('1', 50.5, 1), row('2', 80, 0), row('3', null, null)];
		const run = await engine.run({
			nodes: [
				{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				{
					name: 'Rows',
					type: 'n8n-nodes-base.code',
					parameters: { jsCode: `return ${JSON.stringify(rows.map((json) => ({ json })))};` },
				},
				nodeOf('Cost per conversion'),
			],
			connections: inARow('Start', 'Rows', 'Cost per conversion'),
		});
		expect(run.error).toBeUndefined();
		expect(run.json('Cost per conversion')).toMatchObject([
			{ campaign_id: '1', spend: 150.5, conversions: 3, per_conversion: 50.17 },
			{ campaign_id: '2', spend: 80, conversions: 0, per_conversion: 80 },
			{ campaign_id: '3', spend: 0, conversions: 0, per_conversion: 0 },
		]);
	});
});
