import type { Sandbox } from '../../sandbox';
import type { Write } from './write';

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });
const campaign = ({ adfox }: Sandbox) => adfox.campaigns[0]!.ID;
const made = ({ adfox }: Sandbox) => adfox.writes.length;

export const adfoxWrites: readonly Write[] = [
	{
		name: 'campaign.create',
		parameters: ({ adfox }) => ({
			resource: 'campaign',
			operation: 'create',
			name: 'New campaign',
			advertiserID: byId(adfox.advertisers[0]!.ID),
		}),
		made,
	},
	{
		name: 'campaign.update',
		parameters: (sandbox) => ({
			resource: 'campaign',
			operation: 'update',
			id: byId(campaign(sandbox)),
			additionalFields: { name: 'Another name' },
		}),
		made,
	},
	{
		name: 'campaign.delete',
		parameters: (sandbox) => ({ resource: 'campaign', operation: 'delete', id: byId(campaign(sandbox)) }),
		made,
	},
	{
		name: 'request.send',
		parameters: ({ adfox }) => ({
			resource: 'request',
			operation: 'send',
			object: 'account',
			action: 'add',
			actionObject: 'campaign',
			parameters: JSON.stringify({ name: 'New campaign', advertiserID: adfox.advertisers[0]!.ID }),
		}),
		made,
	},
];
