import type { Operation } from '../../faults/model';
import type { Sandbox } from '../../sandbox';
import { myTargetAnswer } from '../../sandbox/mytarget/client';
import { byId } from '../../platforms/platform';
import { silentOnLeads } from './silent-on-leads';

type Items = Record<'items', object[]>;

async function itemsAt(sandbox: Sandbox, path: string): Promise<object[]> {
	return ((await myTargetAnswer(sandbox, path)) as Items).items;
}

function list(resource: string, truth: Exclude<Operation['truth'], string>): Operation {
	return {
		name: `${resource}.getAll`,
		parameters: () => ({ resource, operation: 'getAll', returnAll: true }),
		truth,
	};
}

function one(resource: string, kind: 'campaigns' | 'adPlans' | 'adGroups' | 'banners'): Operation {
	return {
		name: `${resource}.get`,
		parameters: ({ myTarget }) => ({
			resource,
			operation: 'get',
			[`${resource}Id`]: byId(myTarget[kind][3]!.id),
		}),
		truth: ({ myTarget }) => {
			const { id, name, status } = myTarget[kind][3]!;
			return [{ id, name, status }];
		},
	};
}

const NAMED = ['id', 'name', 'status'];

export const lists: readonly Operation[] = [
	list('campaign', ({ myTarget }) => myTarget.listed('campaigns', NAMED)),
	list('adPlan', ({ myTarget }) => myTarget.listed('ad_plans', NAMED)),
	list('adGroup', ({ myTarget }) => myTarget.listed('ad_groups', NAMED)),
	list('banner', ({ myTarget }) => myTarget.listed('banners', NAMED)),
	one('campaign', 'campaigns'),
	one('adPlan', 'adPlans'),
	one('adGroup', 'adGroups'),
	one('banner', 'banners'),
	list('client', ({ myTarget }) =>
		myTarget.clients.map(({ access_type, status, user }) => ({ access_type, status, user })),
	),
	list('segment', ({ myTarget }) => myTarget.segments),
	list('leadForm', ({ myTarget }) => myTarget.leadForms),
	{
		name: 'leadForm.get',
		parameters: ({ myTarget }) => ({
			...{ resource: 'leadForm', operation: 'get', leadFormId: byId(myTarget.leadForms[3]!.id) },
		}),
		truth: 'undisturbed run',
		// A form is one object, and nothing in place of one of its questions is what it holds.
		except: ['odd record: nothing in its place'],
	},
	{
		name: 'lead.getAll',
		parameters: () => ({ resource: 'lead', operation: 'getAll', returnAll: true, simplify: false }),
		truth: ({ myTarget }) => myTarget.leads,
		// More leads come in while they are read, and belong to them (trap 59: leads.test.ts).
		except: [...silentOnLeads, 'count that grows meanwhile'],
	},
	{
		name: 'balance.getAll',
		parameters: () => ({ resource: 'balance', operation: 'getAll' }),
		truth: 'undisturbed run',
	},
	{
		name: 'balance.getAll, of clients',
		parameters: () => ({ resource: 'balance', operation: 'getAll', accountScope: 'clients' }),
		truth: 'undisturbed run',
	},
	list('transaction', ({ myTarget }) => myTarget.transactions),
	list('userList', async (sandbox) => itemsAt(sandbox, '/api/v3/remarketing/users_lists.json')),
	{
		name: 'userList.get',
		parameters: ({ myTarget }) => ({
			...{ resource: 'userList', operation: 'get', userListId: byId(myTarget.userLists[3]!.id) },
		}),
		truth: ({ myTarget }) => [myTarget.userLists[3]!],
	},
	list('offlineConversion', ({ myTarget }) => myTarget.offlineGoals),
	list('package', ({ myTarget }) => myTarget.packages),
	list('region', async (sandbox) => itemsAt(sandbox, '/api/v2/regions.json')),
	list('goal', async (sandbox) => {
		const groups = (await myTargetAnswer(sandbox, '/api/v2/goals.json')) as Record<string, object[]>;
		return Object.entries(groups).flatMap(([group, goals]) => goals.map((goal) => ({ group, ...goal })));
	}),
	list('rateLimit', async (sandbox) => {
		const limits = (await myTargetAnswer(sandbox, '/api/v2/throttling.json')) as Throttling;
		return Object.entries(limits).flatMap(([resource, versions]) =>
			Object.entries(versions).flatMap(([version, actions]) =>
				Object.entries(actions).flatMap(([action, { limits, remaining = {} }]) =>
					Object.entries(limits).map(([seconds, limit]) => ({
						...{ resource, version, action, window: Number(seconds), limit },
						remaining: remaining[seconds] ?? null,
					})),
				),
			),
		);
	}),
	{ name: 'user.get', parameters: () => ({ resource: 'user', operation: 'get' }), truth: 'undisturbed run' },
	{
		name: 'request.send, a list',
		parameters: () => ({
			resource: 'request',
			operation: 'send',
			method: 'GET',
			path: '/api/v2/campaigns.json',
			query: '{"fields":"id,name,status","limit":50,"sorting":"id"}',
			returnAll: true,
		}),
		truth: ({ myTarget }) => myTarget.listed('campaigns', NAMED),
		// Any answer but an error is taken for what the user wanted to see.
		except: ['unknown envelope', 'odd record: nothing in its place'],
	},
];

type Throttling = Record<
	string,
	Record<string, Record<string, { limits: Record<string, number>; remaining?: Record<string, number> }>>
>;
