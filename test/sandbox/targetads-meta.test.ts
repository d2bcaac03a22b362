import { describe, expect, it } from '@jest/globals';

import { NOW } from './opened';
import { answer, call, RAW_BODY } from './targetads/client';

import { ofTest } from '../support/of-file';
import { startSandbox, type Sandbox } from '.';
import type { Row, TargetAdsOptions } from './targetads';

const IMPRESSIONS = { interactionTypes: ['Impression'], fields: ['InteractionPlacementId'] };

let sandbox: Sandbox;
const start = async (targetAds: Partial<TargetAdsOptions> = {}) => {
	sandbox = await ofTest(startSandbox({ now: () => NOW, targetAds: { placements: 60, ...targetAds } }));
};

describe('placements', () => {
	it('are the active ones unless all are asked for, and paused ones have a history', async () => {
		await start({ rowsPerCell: 5 });
		const all = await answer(sandbox, '/v1/meta/campaigns', { query: { active: 'false' } });
		const active = await answer(sandbox, '/v1/meta/campaigns');
		expect(all).toEqual({ campaigns: sandbox.targetAds.placements, count: 60 });
		const { activeIds, placements } = sandbox.targetAds;
		const ids = (active.campaigns as { placement_id: number }[]).map((entry) => entry.placement_id);
		expect(ids).toEqual(activeIds);
		const paused = placements.map((entry) => entry.placement_id).filter((id) => !activeIds.includes(id));
		const impressionsOf = (placementIds: number[], dateFrom: string, dateTo: string) =>
			[...sandbox.targetAds.rawRows({ ...IMPRESSIONS, dateFrom, dateTo, placementIds })].length;
		expect(paused.length).toBeGreaterThan(0);
		expect(impressionsOf(paused, '2026-04-03', '2026-04-09')).toBe(0);
		expect(impressionsOf(paused, '2026-01-01', '2026-04-02')).toBeGreaterThan(100);
	});
});

describe('the token', () => {
	it('tells its access and expiry', async () => {
		await start({ expiresAt: '2026-05-01T00:00:00Z' });
		expect(await answer(sandbox, '/v1/meta/token_validate')).toEqual({
			valid: true,
			project_id: 12486,
			is_admin: false,
			campaign_access: sandbox.targetAds.accessibleIds,
			expires_at: '2026-05-01T00:00:00Z',
		});
		expect(sandbox.targetAds.accessibleIds).toHaveLength(60);
	});

	it('is refused once it has expired', async () => {
		await start({ expiresAt: NOW });
		expect((await call(sandbox, '/v1/meta/token_validate')).status).toBe(401);
	});
});

it('gives the target events, two of them with one name', async () => {
	await start();
	const { targetEvents } = sandbox.targetAds;
	expect(await answer(sandbox, '/v1/meta/target_event')).toEqual({
		target_events: targetEvents,
		count: targetEvents.length,
	});
	expect(targetEvents.filter((event) => event.event_name === 'ContactForm')).toHaveLength(2);
});

it('serves raw pages in the other envelope', async () => {
	await start({ envelope: 'Rows' });
	const page = await answer(sandbox, '/v1/reports/raw_reports', { body: { ...RAW_BODY, Limit: 7 } });
	expect(page).toMatchObject({ Columns: RAW_BODY.Fields, CountRows: 7 });
	expect(page).not.toHaveProperty('has_more');
	const { DateFrom: dateFrom, DateTo: dateTo } = RAW_BODY.InteractionFilter;
	const truth = [...sandbox.targetAds.rawRows({ dateFrom, dateTo, fields: RAW_BODY.Fields })];
	expect(page.Rows as Row[]).toEqual(truth.slice(0, 7));
});
