import { describe, expect, it } from '@jest/globals';

import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { answer, failing, NOW, runOnFakeClock, failureOf } from './harness';

const LIST = '/api/v2/campaigns.json';
const CAMPAIGNS = { resource: 'campaign', operation: 'getAll' };
const MASS_ACTION = {
	resource: 'request',
	operation: 'send',
	method: 'POST',
	path: '/api/v2/ad_groups/mass_action.json',
	body: '[{ "id": 1, "status": "active" }]',
};

const sandbox = ofFile(async () => startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 20 } }));

const failure = async (parameters: object) => failureOf(runOnFakeClock(sandbox, { ...parameters }));

const e2 = {
	error: {
		code: 'validation_failed',
		message: 'Validation failed',
		fields: {
			name: { code: 'required', message: 'Required field' },
			status: { code: 'unallowed_value', allowed_values: ['active'] },
		},
	},
};
const e5 = {
	error: {
		code: 'validation_failed',
		message: 'Validation failed',
		ad_groups: [
			{
				arguments: { id: 1 },
				code: 'ad_group_deleted',
				message: 'Ad group is deleted',
				fields: { max_price: { code: 'max_value', arguments: { max_value: 12 } } },
			},
		],
	},
};

const KINDS: Record<number, string> = {
	400: 'request-invalid',
	401: 'credential-invalid',
	403: 'access-denied',
	404: 'not-found',
	429: 'quota-exhausted',
	502: 'temporarily-unavailable',
	503: 'temporarily-unavailable',
};
const e4 = { line_number: 10, line: 'x', code: 'invalid_email' };
const e9 = { error: 'token_limit_exceeded', error_description: 'Active access token limit reached' };

/** The twelve shapes of section 3.0.5. */
const SHAPES: [name: string, status: number, body: unknown, words: string[]][] = [
	['E1', 400, { error: { code: 'ERR_WRONG_DATE', message: 'bad date' } }, ['bad date', 'WRONG_DATE']],
	['E2', 400, e2, ['name (required, Required field)', 'status (unallowed_value', '"active"']],
	[
		'E3',
		400,
		{ error: { fields: { user: { code: 'invalid_user', message: 'no' } } } },
		['user (invalid_user, no)'],
	],
	['E4, a list', 400, { error: { fields: { file: [e4] } } }, ['file (invalid_email, line_number 10']],
	['E4, a text', 400, { error: { fields: { file: 'too short' } } }, ['file (too short)']],
	['E5', 400, e5, ['ad_group_deleted', 'Ad group is deleted', 'ad_groups.max_price (max_value']],
	[
		'E6',
		403,
		{ error: { code: 'access_denied', required_permission: 'view_campaigns' } },
		['access_denied', 'view_campaigns'],
	],
	['E7', 404, { error: { code: 'not_found', resource: 'Segment' } }, ['not_found', 'no such Segment']],
	['E8', 401, { code: 'invalid_user', message: 'User is blocked' }, ['User is blocked', 'invalid_user']],
	['E9', 403, e9, ['Active access token limit reached']],
	['E10', 429, { limits: { 3600: 5 }, remaining: { 3600: 0 } }, ['too many requests']],
	['E11', 400, { error: { message: 'counter is gone' } }, ['counter is gone']],
	[
		'E12, a page of a proxy',
		502,
		'<html>Bad gateway</html>',
		['502', 'In place of an answer of VK Ads (myTarget) came a page of HTML'],
	],
	['E12, plain text', 503, 'upstream is down', ['upstream is down', '503']],
	['E12, nothing', 404, '', ['404']],
];

describe('the shapes of errors', () => {
	it.each(SHAPES)('%s (%i)', async (_name, status, body, words) => {
		sandbox.faults.add({ path: LIST, fault: answer(status, body) });
		const failed = await failure(CAMPAIGNS);
		expect(failed).toMatchObject({ context: { kind: KINDS[status] } });
		for (const word of words) expect((failed as Error).message).toContain(word);
	});

	it('trap 42: codes of statistics count with their prefix and without', async () => {
		for (const code of ['WRONG_CAMPAIGNS', 'ERR_WRONG_CAMPAIGNS']) {
			sandbox.faults.clear();
			const body = JSON.stringify({ error: { code, message: 'entities are not found' } });
			sandbox.faults.add({ path: /statistics/, fault: answer(400, body) });
			const failed = await failure({
				resource: 'report',
				operation: 'getDaily',
				objectType: 'campaigns',
				objectScope: 'byId',
				campaignIdList: '1',
			});
			expect(failed).toMatchObject({
				context: { kind: 'not-found' },
				description: expect.stringContaining('One of the IDs'),
			});
		}
	});

	it('a refused mass action names the objects', async () => {
		sandbox.faults.add({
			path: MASS_ACTION.path,
			fault: answer(400, e5),
		});
		expect(await failure(MASS_ACTION)).toMatchObject({
			message: expect.stringContaining(
				'ad_groups (ad_group_deleted, Ad group is deleted, arguments {"id":1})',
			),
		});
	});

	it('400, 401, 403, 404, 405 and 413 are asked once, a 5xx again', async () => {
		for (const status of [400, 401, 403, 404, 405, 413]) {
			sandbox.reset();
			sandbox.faults.add({ path: LIST, fault: answer(status, '{}') });
			await failure(CAMPAIGNS);
			expect([status, sandbox.requests.length]).toEqual([status, 1]);
		}
		sandbox.reset();
		sandbox.faults.add({ path: LIST, times: 2, fault: answer(500, '{}') });
		expect(await failure(CAMPAIGNS)).toBeUndefined();
		expect(sandbox.requests).toHaveLength(3);
	});

	it('an answer in a form that nobody knows is a failure, never no rows', async () => {
		sandbox.faults.add({ path: LIST, fault: { kind: 'unknown-envelope' } });
		expect(await failure(CAMPAIGNS)).toMatchObject({ context: { kind: 'response-invalid' } });
		const regions = { resource: 'region', operation: 'getAll' };
		const body = JSON.stringify({ count: 3, items: [{ id: 1 }] });
		sandbox.faults.add({ path: '/api/v2/regions.json', fault: answer(200, body) });
		expect(await failure(regions)).toMatchObject(
			failing('response-invalid', 'announced 3 rows and stopped after 1'),
		);
	});
});
