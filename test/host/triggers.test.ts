import { expect, it } from '@jest/globals';

import { accounts } from '../platforms';
import { ofFile } from '../support/of-file';
import { installedN8n } from './install/n8n';
import { startServer } from './server/n8n-server';
import { publish, takeBack } from './server/publish';
import { eachHasRun, eventCases, executions, triggerWorkflow } from './support/events';
import { startHost } from './support/host';

const host = ofFile(async () => startHost({ sandbox: accounts('quick') }));

it('every event is told once, not at the activation and not again after a restart', async () => {
	const { sandbox, version, userFolder } = host;
	let { rest } = host;
	const ids: string[] = [];
	for (const one of eventCases) ids.push(await host.create(triggerWorkflow(one)));
	for (const id of ids) await publish(rest, version, id);
	// What somebody tries moves nothing.
	await host.run(triggerWorkflow(eventCases[0]!));
	expect(await executions(rest, ids)).toEqual(ids.map(() => []));

	for (const { occurrence } of eventCases) occurrence.happens(sandbox);
	await eachHasRun(rest, ids, 1);

	await host.server.stop();
	const again = await startServer(await installedN8n(version, () => {}), { userFolder });
	({ rest } = again);
	try {
		await rest.logIn();
		for (const { occurrence } of eventCases) occurrence.happens(sandbox);
		await eachHasRun(rest, ids, 2);
		for (const id of ids) await takeBack(rest, version, id);
	} finally {
		await again.stop();
	}
}, 600_000);
