import { expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { TestPlatform } from '../../platforms/platform';
import type { LoggedRequest, Sandbox } from '../../sandbox';
import { FakeClock } from '../../support/fake-clock';
import { runOnFakeClock } from './fake-clock-run';

/** Changes of a report's parameters, by what they change. */
type Changes = Readonly<Record<string, INodeParameters>>;

interface Identity {
	readonly platform: TestPlatform;
	readonly sandbox: () => Sandbox;
	/** The requests for rows, not those for lists. */
	readonly asks: (request: LoggedRequest) => boolean;
	/** Where the platform would not take the requests: has it answer them all the same. */
	readonly prepare?: (sandbox: Sandbox) => void;
	/** A report; how it is dated is added. */
	readonly report: () => INodeParameters;
	/** What makes it another report, and so another request. */
	readonly another: () => Changes;
	/** What is only another way to ask for it, or another look of its rows. */
	readonly same: () => Changes;
}

const SINCE = { dateRange: 'sinceLastRun', initialDateFrom: '2026-02-27' };

/** Days of a request, which are another matter. */
const DAY = /\d{4}-\d{2}-\d{2}/g;

/** Tests that whatever changes the requests of a report gives it another cursor for Since Last Run, and nothing else does. */
export function identityTests(title: string, identity: Identity): void {
	const { platform, sandbox, asks, prepare, report, another, same } = identity;

	/** Runs the report as a production execution: what it asked for but for days, and the key of the cursor it left. */
	const ask = async ({ options, ...changes }: INodeParameters = {}) => {
		const { options: own, ...parameters } = report();
		const staticData: IDataObject = {};
		sandbox().reset();
		prepare?.(sandbox());
		await runOnFakeClock(
			platform,
			sandbox(),
			{
				...{ ...SINCE, ...parameters, ...changes },
				options: { ...(own as object), ...(options as object) },
			},
			new FakeClock(),
			{ staticData },
		);
		const asked = sandbox().requests.filter(asks);
		const { n1 } = (staticData as { global: { ruAdsDeliveredUntil: { n1: object } } }).global
			.ruAdsDeliveredUntil;
		return {
			asked: asked.map(({ path, query, body }) => JSON.stringify([path, query, body]).replace(DAY, 'day')),
			keys: Object.keys(n1),
		};
	};

	it(`${title}: whatever changes its requests gives it another cursor`, async () => {
		const base = await ask();
		const keys = new Map([[String(base.keys), 'nothing']]);
		for (const [name, changes] of Object.entries(another())) {
			const changed = await ask(changes);
			expect({ name, asked: changed.asked }).not.toEqual({ name, asked: base.asked });
			expect({ name, like: keys.get(String(changed.keys)) }).toEqual({ name, like: undefined });
			keys.set(String(changed.keys), name);
		}
	});

	it(`${title}: how it is asked for, and how its rows look, does not`, async () => {
		const { keys } = await ask();
		for (const [name, changes] of Object.entries(same()))
			expect({ name, keys: (await ask(changes)).keys }).toEqual({ name, keys });
	});
}

/** Options and fields of every report that make no other one of it. */
export const ANY_REPORT: Changes = {
	file: { output: 'file' },
	'another first day': { initialDateFrom: '2026-02-26' },
	'another time zone': { options: { timezone: 'Asia/Yekaterinburg' } },
	'days again': { options: { lookbackDays: 0 } },
	'slice columns': { options: { addSliceColumns: true } },
	'failed slices': { options: { onSliceFailure: 'continue' } },
	'slices at a time': { options: { maxConcurrency: 1 } },
	waiting: { options: { maxRetries: 1, maxWait: 10, timeout: 30 } },
};
