import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../platforms/platform';
import type { Sandbox } from '../../sandbox';
import { CONTACT_ALONE } from '../../sandbox/mytarget/leads/lead-store';

/** The first that may be sent to moderation again. */
export function remoderable(banners: Sandbox['myTarget']['banners']): number {
	return banners.find(
		({ status, user_can_request_remoderation: may }) => status === 'active' && may === true,
	)!.id;
}

/** What changes need that nobody else in the tests gives them. */
export function samples({ myTarget }: Sandbox): Readonly<Record<string, INodeParameters>> {
	const group = { name: 'New', package_id: Number(myTarget.packages[0]!.id) };
	const body = JSON.stringify(group);
	const plan = JSON.stringify({ name: 'New', ad_groups: [group] });
	const banner = JSON.stringify({ name: 'New', urls: { primary: { id: 1 } } });
	return {
		'adGroup.create': { body },
		'adGroup.update': { updateFields: { status: 'blocked' } },
		'adPlan.create': { body: plan },
		'adPlan.update': { updateFields: { status: 'blocked' } },
		'client.transferMoney': { amount: 100.5 },
		'banner.create': { parentId: byId(myTarget.campaigns[0]!.id), body: banner },
		// Questions of the sandbox's own are no columns of anybody's leads.
		'lead.getAll': { formScope: 'byId', formIdList: String(CONTACT_ALONE) },
		'campaign.create': { body },
		'campaign.update': { updateFields: { status: 'blocked' } },
		'banner.remoderate': { bannerScope: 'byId', bannerIdList: String(remoderable(myTarget.banners)) },
		'banner.update': { updateFields: { status: 'blocked' } },
		...Object.fromEntries(
			(['adGroup', 'adPlan', 'banner', 'campaign'] as const).map((kind) => [
				`${kind}.setStatus`,
				{ [`${kind}Scope`]: 'byId', [`${kind}IdList`]: String(myTarget[`${kind}s`][0]!.id) },
			]),
		),
	};
}
