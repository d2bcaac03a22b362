import { join } from 'node:path';

import { openOrigin } from '../sandbox/frame/origin';

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

/** A small API for SessionApi of the fixture: `POST /session` issues s1, s2, ...; `GET /account` takes `valid`. */
export async function startSessionServer() {
	const state = { issued: 0, valid: 's1', status: 200, account: 'open', calls: [] as string[] };
	const { url, close } = await openOrigin(0, (request, response) => {
		const authorization = request.headers.authorization ?? '';
		state.calls.push(`${request.method!} ${request.url!} ${authorization}`.trim());
		response.setHeader('Content-Type', 'application/json');
		if (request.url === '/session') {
			state.issued += 1;
			response.end(JSON.stringify({ session: `s${state.issued}` }));
			return;
		}
		response.statusCode = authorization === `Session ${state.valid}` ? state.status : 401;
		response.end(JSON.stringify({ state: { name: state.account } }));
	});
	return { state, baseUrl: url, close };
}
