import { join } from 'node:path';

import { inARow, startEngine, type WorkflowJson } from '.';

export const startFixture = async () => await startEngine({ packageFolder: join(__dirname, 'fixture') });

/** Manual Trigger -> Probe -> After. */
export function probeWorkflow(parameters: Record<string, unknown>, probe = {}): WorkflowJson {
	const credentials = {
		probeApi: { id: 'p1', name: 'Probe' },
		sessionApi: { id: 's1', name: 'Session' },
	};
	return {
		nodes: [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
			{ name: 'Probe', type: 'n8n-nodes-engine-fixture.probe', parameters, credentials, ...probe },
			{ name: 'After', type: 'n8n-nodes-base.noOp' },
			{ name: 'Note', type: 'n8n-nodes-base.stickyNote' },
		],
		connections: inARow('Start', 'Probe', 'After'),
	};
}
