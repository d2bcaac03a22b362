import type { WorkflowJson } from '../../engine';
import type { TestPlatform } from '../../platforms/platform';
import { targetAds } from '../../platforms/targetads';
import type { FaultRule } from '../../sandbox';
import type { Scene } from '../support/host-part';
import { afterStart, nodeOf } from '../support/workflow';

const raw = targetAds.host!.scene;

/** A report whose second of seven days is refused. */
export const failedSliceScene: Scene & { fault: FaultRule } = {
	...raw,
	parameters: {
		...raw.parameters,
		dateRange: 'last7Days',
		options: { daysPerRequest: 1, maxConcurrency: 1 },
	},
	fill: async (panel) => {
		const picked = await raw.fill(panel);
		await panel.addOption('On Slice Failure');
		await panel.choose('onSliceFailure', 'Continue (Using Failed Slices Output)');
		await panel.switchOn('returnAll');
		return picked;
	},
	fault: { path: /raw_reports/, skip: 1, times: 1, fault: { kind: 'status', status: 403 } },
};

/** A trigger with the node of a scene behind it, which has the platform's name. */
export function workflowOf(platform: TestPlatform, { parameters }: Scene): WorkflowJson {
	const { title } = platform;
	const trigger = 'When clicking ‘Execute workflow’';
	return { name: title, ...afterStart([nodeOf(platform, title, parameters)], trigger) };
}
