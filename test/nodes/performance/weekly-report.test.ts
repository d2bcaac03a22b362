import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { addDays } from '../../../connector/slices';
import { readExamples } from '../../demo/example';
import { inARow, startEngine } from '../../engine';
import { accounts } from '../../platforms';
import { credentialsByType } from '../../platforms/credentials';
import { startSandbox } from '../../sandbox';
import { ofFile, ofTest, shortWaitsInThisFile } from '../../support/of-file';
import { tableOf } from './truth';

shortWaitsInThisFile();

const engine = ofFile(async () => startEngine());
const example = readExamples().find(({ id }) => id === 'ad-performance-weekly-report')!;
const nodeOf = (name: string) => example.nodes.find((node) => node.name === name)!;

/** Weeks from Monday to Sunday. */
const WEEKS = { before_from: '2026-02-09', last_from: '2026-02-16', last_to: '2026-02-22' };

const row = (platform: string, campaign: string, day: string, counts: IDataObject): IDataObject => ({
	...{ date_day: day, platform, campaign_id: campaign, campaign_name: `Campaign ${campaign}` },
	...{ impressions: null, clicks: null, spend: null, currency: null, conversions: null },
	...counts,
	row_key: `${platform}||${campaign}|${day}`,
});

/** The report about rows that are given. */
async function reportOf(rows: readonly IDataObject[], language = 'en'): Promise<IDataObject> {
	const values = Object.entries({ ...WEEKS, language }).map(([name, value]) => ({ name, value }));
	const workflow = {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{ ...nodeOf('Weeks'), parameters: { assignments: { assignments: values } } },
			{
				name: 'One table',
				type: 'n8n-nodes-base.code',
				parameters: { jsCode: `return ${JSON.stringify(rows.map((json) => ({ json })))};` },
			},
			nodeOf('Weekly report'),
		],
		connections: inARow('Start', 'Weeks', 'One table', 'Weekly report'),
	};
	const run = await engine.run(workflow);
	expect(run.error).toBeUndefined();
	return run.json('Weekly report')[0]!;
}

describe('the weekly report', () => {
	it('compares the weeks by platform, and leaves out what a platform does not have', async () => {
		const { subject, text, html, platforms, days } = await reportOf([
			row('vk_ads', '1', '2026-02-15', { clicks: 40, spend: 1000, currency: 'RUB', conversions: 4 }),
			row('vk_ads', '1', '2026-02-16', { clicks: 30, spend: 900.4, currency: 'RUB', conversions: 6 }),
			row('vk_ads', '2', '2026-02-22', { clicks: 20, spend: 600, currency: 'RUB', conversions: 0 }),
			row('adfox', '7', '2026-02-09', { impressions: 1000, clicks: 10 }),
			row('adfox', '7', '2026-02-18', { impressions: 800, clicks: 12 }),
		]);
		const none = { impressions: null, clicks: null, spend: null, conversions: null };
		expect(platforms).toMatchObject([
			{
				platform: 'vk_ads',
				last: { ...none, clicks: 50, spend: 1500.4, conversions: 6 },
				before: { ...none, clicks: 40, spend: 1000, conversions: 4 },
			},
			{
				platform: 'adfox',
				last: { ...none, impressions: 800, clicks: 12 },
				before: { ...none, impressions: 1000, clicks: 10 },
			},
		]);
		expect(subject).toBe('Advertising, week of 2026-02-16 – 2026-02-22');
		expect(text).toBe(
			[
				'<b>Advertising, week of 2026-02-16 – 2026-02-22</b>',
				'<i>against the week before</i>',
				'',
				'<b>VK Ads</b>',
				'Clicks: 50 (+25%), Spend: 1,500 RUB (+50%), Conversions: 6 (+50%)',
				'',
				'<b>ADFOX</b>',
				'Impressions: 800 (-20%), Clicks: 12 (+20%)',
				'',
				'<b>Top campaigns</b>',
				'• VK Ads: Campaign 1 — 900 RUB (-10%)',
				'• VK Ads: Campaign 2 — 600 RUB',
				'• ADFOX: Campaign 7 — Clicks: 12 (+20%)',
			].join('\n'),
		);
		expect(html).toContain('1,500 RUB (+50%)');
		expect(days).toMatchObject([
			{ day: '2026-02-16', last: 30, before: 10 },
			...['17', '18', '19', '20', '21'].map((day) => ({ last: day === '18' ? 12 : 0, before: 0 })),
			{ day: '2026-02-22', last: 20, before: 40 },
		]);
		expect([...String(html).matchAll(/height="(\d+)" fill/g)].map(([, height]) => Number(height))).toEqual([
			...[28, 83, 0, 0, 0, 33, 0, 0, 0, 0, 0, 0, 110, 55],
			...[10, 10],
		]);
	});

	it('adds no money of two currencies up, and keeps to Telegram’s length', async () => {
		const money = (currency: string, spend: number, campaign: string) =>
			row('mytarget', campaign, '2026-02-17', { spend, currency, clicks: 1 });
		const name = 'Очень длинное <название> & кампании '.repeat(20);
		const many = Array.from({ length: 50 }, (_none, index) => ({
			...money(index % 2 === 0 ? 'RUB' : 'EUR', 100 + index, String(index)),
			campaign_name: name,
		}));
		const { platforms, text, html } = await reportOf(many, 'ru');
		expect(platforms).toMatchObject([{ currency: 'RUB' }, { currency: 'EUR' }]);
		expect(String(text).length).toBeLessThan(4096);
		expect(text).toContain('Реклама за неделю');
		expect(`${String(text)}${String(html)}`).not.toContain('<название>');
	});

	it('has the numbers of all platforms', async () => {
		const sandbox = await ofTest(startSandbox(accounts('examples')));
		const run = await engine.run(example, { credentials: credentialsByType(sandbox) });
		expect(run.error).toBeUndefined();
		const [{ before_from: before, last_from: last, last_to: to } = {}] = run.json('Weeks');
		expect(addDays(String(last), 6)).toBe(to);
		const [{ platforms } = {}] = run.json('Weekly report');
		for (const [week, dateFrom, dateTo] of [
			['before', String(before), addDays(String(last), -1)],
			['last', String(last), String(to)],
		] as const) {
			const truth = tableOf(sandbox, { dateFrom, dateTo });
			for (const group of platforms as IDataObject[]) {
				const own = truth.filter(({ platform }) => platform === group.platform);
				expect(own.length).toBeGreaterThan(0);
				for (const [column, value] of Object.entries(group[week] as IDataObject)) {
					const values = own.map((line) => line[column]).filter((one) => one !== null);
					if (values.length === 0) expect([column, value]).toEqual([column, null]);
					else
						expect(value).toBeCloseTo(
							values.reduce<number>((sum, one) => sum + Number(one), 0),
							4,
						);
				}
			}
		}
		expect(platforms).toHaveLength(4);
	});
});
