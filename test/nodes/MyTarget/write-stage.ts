import { startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { failureOf, jsonOf, NOW, runOnFakeClock } from './harness';

export const NEW_CAMPAIGN = { name: 'New campaign', package_id: 83 };
export const CREATE = { resource: 'campaign', operation: 'create', body: JSON.stringify(NEW_CAMPAIGN) };
export const locator = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
export const UPDATE = { resource: 'campaign', operation: 'update', campaignId: locator(6_617_841) };

/** An account whose objects are changed. */
export function writeStage() {
	const sandbox = ofFile(async () =>
		startSandbox({ now: () => Date.parse(NOW), myTarget: { campaigns: 30, banners: 30 } }),
	);
	const rowsOf = async (parameters: object) =>
		jsonOf((await runOnFakeClock(sandbox, { ...parameters })).items);
	return {
		sandbox,
		rowsOf,
		failure: async (parameters: object) => failureOf(rowsOf(parameters)),
		writes: () => sandbox.requests.filter(({ method }) => method !== 'GET'),
	};
}
