import { occurrence } from '../../../platforms/occurrence';
import { silentOnLeads } from '../silent-on-leads';

export const occurrences = [
	{
		...occurrence('newLead', ({ myTarget }) => {
			myTarget.receiveLead();
		}),
		morePages: 60,
		except: [
			...silentOnLeads,
			// It is another lead.
			'count that grows meanwhile',
		],
	},
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
	{
		...occurrence(
			'spendAbove',
			({ myTarget }, before) => {
				myTarget.spend(myTarget.banners[before]!.id, 2_000_000);
			},
			{ dailySpend: 1_000_000, objectType: 'banners', objectScope: 'all' },
		),
		// Statistics of a banner that has just gone are refused.
		except: ['count that shrinks meanwhile'],
	},
];
