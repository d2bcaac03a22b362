import { occurrence } from '../../../platforms/occurrence';

export const occurrences = [
	occurrence('newLead', ({ myTarget }) => {
		myTarget.receiveLead();
	}),
	occurrence(
		'balanceBelow',
		({ myTarget }, before) => {
			myTarget.client(myTarget.agencyClientNames[before]!).balance = '-1.50';
		},
		{ accountScope: 'clients', minimumBalance: 0 },
	),
	occurrence(
		'moderationChanged',
		({ myTarget }, before) => {
			const { id, moderation_status: status } = myTarget.banners[before]!;
			myTarget.changeObject('banners', id, { moderation_status: status === 'banned' ? 'allowed' : 'banned' });
		},
		{ moderationResults: [] },
	),
	occurrence('statusChanged', ({ myTarget }, before) => {
		const { id, status } = myTarget.adPlans[before]!;
		myTarget.changeObject('ad_plans', id, { status: status === 'blocked' ? 'active' : 'blocked' });
	}),
	occurrence(
		'spendAbove',
		({ myTarget }, before) => {
			myTarget.spend(myTarget.banners[before]!.id, 2_000_000);
		},
		{ dailySpend: 1_000_000, objectType: 'banners', objectScope: 'all' },
	),
];
