import { describe, expect, it } from '@jest/globals';

import { UndiciTransport } from '../../connector/transport';
import { platforms } from '../platforms';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox';
import { ofTest } from '../support/of-file';
import { differing, planted, valuesOf } from './accounts';
import { Asker, assertRead, MOST_REQUESTS } from './ask';
import { livePlatforms } from './platforms';
import type { LivePlatform } from './probe';
import { reportOf } from './report';
import { findOut } from './run';

const each = livePlatforms.map((platform) => ({ title: platform.title, platform }));

async function run(platform: LivePlatform, options: SandboxOptions = {}, spoil?: (sandbox: Sandbox) => void) {
	const sandbox = await ofTest(startSandbox(options));
	spoil?.(sandbox);
	const pauses: number[] = [];
	const clock = {
		sleep: async (ms: number) => {
			pauses.push(ms);
		},
	};
	const asker = new Asker(
		platform,
		valuesOf(sandbox)[platform.key]!,
		new UndiciTransport(),
		clock,
		new AbortController().signal,
	);
	const findings = await findOut(platform, asker);
	const { title, sheet } = platform;
	const report = reportOf(findings, {
		title,
		sheet,
		version: '0.1.0',
		requests: asker.sent,
		day: '2026-11-30',
	});
	return { sandbox, findings, report, pauses, sent: asker.sent };
}

/** Changes what is there, by what each sandbox lets a client do. */
function isWrite({ method, path, query }: Sandbox['requests'][number]): boolean {
	if (method === 'GET') return query.action !== undefined && !['list', 'auth'].includes(query.action);
	return method !== 'POST' || !/\/reports(\/|$)/.test(path);
}

describe.each(each)('npm run live -- $platform.key', ({ platform }) => {
	const { probes, key } = platform;

	it('finds nothing otherwise where everything is as the sheet says', async () => {
		const { findings } = await run(platform);
		expect(findings.filter(({ verdict }) => verdict === 'otherwise')).toEqual([]);
		const asked = findings.filter(({ verdict }) => verdict !== 'could not be asked');
		expect(asked.length).toBeGreaterThan(findings.length * 0.8);
	});

	it('names each planted difference, and no other one', async () => {
		const { findings, report } = await run(platform, differing);
		const otherwise = findings.filter(({ verdict }) => verdict === 'otherwise');
		const named = Object.fromEntries(otherwise.map(({ about, words }) => [about, words]));
		expect(named).toEqual(planted[key]);
		for (const [about, words] of Object.entries(planted[key]!))
			expect(report).toContain(`| otherwise | ${about} | ${words} |`);
	});

	it('sends few requests, slowly, that change nothing', async () => {
		const { sandbox, sent, pauses } = await run(platform);
		expect(sandbox.requests).toHaveLength(sent);
		expect(sent).toBeLessThanOrEqual(MOST_REQUESTS);
		expect(pauses).toHaveLength(sent - 1);
		expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1000);
		expect(sandbox.requests.filter(isWrite)).toEqual([]);
		const orders = sandbox.requests.filter(
			({ method, status, path }) => method === 'POST' && status < 300 && /v2|daily/.test(path),
		);
		expect(orders.length).toBeLessThanOrEqual(1);
	});

	it('its report holds nothing of the account', async () => {
		const { sandbox, report } = await run(platform, differing);
		const secrets = platforms.flatMap(({ secrets: of }) => of(sandbox));
		for (const value of [...secrets, ...Object.values(valuesOf(sandbox)[key]!)])
			expect(report).not.toContain(value);
		expect(valuesOfAccount(sandbox).filter((value) => report.includes(value))).toEqual([]);
		// Beside its date, its version, its count of requests and the numbers of statuses, codes and sections no number is left.
		expect(report.match(/\d{5,}|\d+[.,]\d{3,}/g)).toBeNull();
	});

	it('ends at a refused token, and says so', async () => {
		const { findings, sent } = await run(platform, {}, (sandbox) => {
			sandbox.faults.add({ path: /^/, fault: { kind: 'status', status: 401, body: '{}' } });
		});
		expect(sent).toBe(1);
		expect(findings.filter(({ words }) => words === 'the token was refused').length).toBeGreaterThan(10);
	});

	it('ends when it is asked to wait', async () => {
		const { findings, sent } = await run(platform, {}, (sandbox) => {
			sandbox.faults.add({ path: /^/, skip: 3, fault: { kind: 'status', status: 429, body: '{}' } });
		});
		expect(sent).toBe(4);
		expect(findings.at(-1)).toMatchObject({
			verdict: 'could not be asked',
			words: expect.stringContaining('429'),
		});
	});

	it('does without an answer', async () => {
		const { findings } = await run(platform, {}, (sandbox) => {
			sandbox.faults.add({ path: /^/, skip: 2, times: 1, fault: { kind: 'reset-before' } });
		});
		expect(findings.filter(({ words }) => words.startsWith('no answer'))).not.toEqual([]);
	});

	it('asks each thing under a name of its own', () => {
		const names = probes.flatMap(({ questions }) => questions.map(({ about }) => about));
		expect(names).toEqual([...new Set(names)]);
		expect(probes.map(({ key: name }) => name)).toEqual([...new Set(probes.map(({ key: name }) => name))]);
	});

	it('knows no request that changes something', () => {
		for (const method of ['POST', 'GET'] as const)
			expect(() => {
				assertRead(platform, { method, path: '/v1', query: { object: 'campaign', action: 'modify' } });
			}).toThrow('might change');
	});
});

/** Texts and numbers of a sandbox's answers that are long enough to be told from words. */
function valuesOfAccount({ requests, targetAds, promoPages, myTarget, adfox }: Sandbox): string[] {
	const records: unknown[] = [
		...targetAds.placements,
		...promoPages.publishers,
		...myTarget.campaigns,
		...adfox.campaigns,
	];
	const texts = records.flatMap((record) =>
		Object.values(record as object).filter((value): value is string | number =>
			['string', 'number'].includes(typeof value),
		),
	);
	const words = new Set([
		'active',
		'blocked',
		'deleted',
		'article',
		'video',
		'post',
		'gallery',
		'fastest',
		'traffic',
	]);
	expect(requests.length).toBeGreaterThan(0);
	return [...new Set(texts.map(String))].filter((text) => text.length >= 4 && !words.has(text));
}
