import type { Sandbox } from '../../sandbox';
import type { Write } from './write';

const CAMPAIGNS = 12;

const byId = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });
const newCampaign = ({ myTarget }: Sandbox) => ({
	name: 'New campaign',
	package_id: Number(myTarget.packages[0]!.id),
});
const created = ({ myTarget }: Sandbox) => myTarget.campaigns.length - CAMPAIGNS;
const living = ({ myTarget }: Sandbox) => myTarget.campaigns.find(({ status }) => status === 'active')!;

/** Changes of one object cannot be counted by looking at it, so those are that the platform accepted. */
const accepted = ({ requests }: Sandbox) =>
	requests.filter(
		({ method, status, fault }) =>
			method !== 'GET' && (fault === 'reset-after' || (fault === undefined && status < 300)),
	).length;
const acceptedSlowly = (sandbox: Sandbox) =>
	accepted(sandbox) + sandbox.requests.filter(({ fault }) => fault === 'slow-drip').length;

export const myTargetWrites: readonly Write[] = [
	{
		name: 'campaign.create',
		parameters: (sandbox) => ({
			resource: 'campaign',
			operation: 'create',
			body: JSON.stringify(newCampaign(sandbox)),
		}),
		made: created,
	},
	{
		name: 'campaign.update',
		parameters: (sandbox) => ({
			resource: 'campaign',
			operation: 'update',
			id: byId(living(sandbox).id),
			body: '{"status":"blocked"}',
		}),
		made: acceptedSlowly,
	},
	{
		name: 'campaign.delete',
		parameters: (sandbox) => ({
			resource: 'campaign',
			operation: 'delete',
			id: byId(living(sandbox).id),
		}),
		made: acceptedSlowly,
	},
	{
		name: 'request.send',
		parameters: (sandbox) => ({
			resource: 'request',
			operation: 'send',
			method: 'POST',
			path: '/api/v2/campaigns.json',
			body: JSON.stringify(newCampaign(sandbox)),
		}),
		made: created,
	},
];
