import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { CredentialData, EngineRun } from '../../engine';
import type { MyTargetOptions } from '../../sandbox/mytarget';
import { clientCredential, CREDENTIAL, Harness, NODE } from './harness';

/** Each client's campaigns, of which every row says whose it is by its ID. */
const CAMPAIGNS = {
	resource: 'campaign',
	operation: 'getAll',
	returnAll: true,
	campaignFields: ['id'],
	options: { agencyClient: '={{ $json.client }}' },
};

/** An agency with one credential, which n8n keeps from run to run. */
export async function agency(options: Partial<MyTargetOptions> = {}, now?: () => number) {
	const harness = await Harness.open({
		...(now && { now }),
		myTarget: { campaigns: 3, clientCampaigns: 2, ...options },
	});
	const { myTarget } = harness.sandbox;
	let credential: CredentialData = clientCredential(harness.sandbox);

	/** One execution with an input item for each of the clients. */
	async function run(clients: readonly string[], parameters: IDataObject = CAMPAIGNS): Promise<EngineRun> {
		const input: INodeExecutionData[] = clients.map((client) => ({ json: { client } }));
		const options = { credentials: { [CREDENTIAL]: credential }, input };
		// The harness looks for every secret in all that a run leaves behind, which takes its time where there are hundreds.
		const isLong = myTarget.clients.length > 100;
		const done = await (isLong
			? harness.engine.run(harness.workflow(parameters), options)
			: harness.run(parameters, options));
		credential = done.credentialData[CREDENTIAL] as CredentialData;
		return done;
	}

	return {
		harness,
		myTarget,
		run,
		credential: () => credential,
		change: (fields: IDataObject) => {
			credential = { ...credential, ...fields };
		},
		/** IDs of the campaigns that a run gave. */
		idsOf: (done: EngineRun) => done.json(NODE).map(({ id }) => id),
		/** Those of the clients by the sandbox's own account. */
		idsOfClients: (clients: readonly string[]) =>
			clients.flatMap((client) => myTarget.client(client).campaigns.map(({ id }) => id)),
		/** How many tokens each client has. */
		perClient: () => {
			const counts = new Map<string, number>();
			for (const { owner } of myTarget.tokens) counts.set(owner, (counts.get(owner) ?? 0) + 1);
			return counts;
		},
	};
}
