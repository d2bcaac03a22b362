import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { jsonOf, NOW, runOnFakeClock } from './harness';

type Parameters_ = Parameters<typeof runOnFakeClock>[1];

/** Today is 2026-03-02 in Moscow, so a year that ended yesterday is within the depth of 366 days. */
export const YEAR = { dateRange: 'custom', dateFrom: '2025-03-02', dateTo: '2026-03-01' };
export const WEEK = { dateRange: 'custom', dateFrom: '2026-02-23', dateTo: '2026-03-01' };
export const DAILY = {
	resource: 'report',
	operation: 'getDaily',
	objectType: 'campaigns',
	objectScope: 'all',
	returnAll: true,
	addNames: false,
	...WEEK,
};

export const period = ({ dateFrom, dateTo }: typeof WEEK) => ({ dateFrom, dateTo });

/** A sandbox with 450 campaigns for the tests of one file, and what they ask of it. */
export function statisticsStage() {
	const sandbox = ofFile(async () =>
		startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 450, banners: 700, adPlans: 30 } }),
	);
	const reports = () => sandbox.requests.filter(({ path }) => path.includes('/statistics/'));
	/** Get Daily, where nothing else is said. */
	const run = async (changes: Parameters_ = {}) => runOnFakeClock(sandbox, { ...DAILY, ...changes });
	return {
		sandbox,
		reports,
		idsAsked: () => reports().map(({ query }) => query.id!.split(',')),
		run,
		rowsOf: async (changes?: Parameters_) => jsonOf((await run(changes)).items),
		campaignIds: () => sandbox.myTarget.campaigns.map(({ id }) => id),
	};
}
