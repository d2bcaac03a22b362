import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { TestPlatform } from '../../platforms/platform';
import { type Sandbox, startSandbox } from '../../sandbox';
import { ofFile } from '../../support/of-file';
import { jsonOf, runOnFakeClock } from '../support/fake-clock-run';
import { answer } from '../support/failing';
import { PERFORMANCE, performanceCases, SANDBOX } from './cases';

/** The list of campaigns that names are taken from, as the platform gives it. */
interface List {
	readonly platform: TestPlatform;
	readonly path: string;
	readonly parameters?: (sandbox: Sandbox) => INodeParameters;
	readonly name: string;
	readonly campaigns: (sandbox: Sandbox) => readonly IDataObject[];
	readonly answerOf: (campaigns: readonly IDataObject[]) => object;
	/** What a row says of a campaign that the list has no more, and of one that has another name there. */
	readonly deleted: (row: IDataObject) => IDataObject;
	readonly renamed: (row: IDataObject, name: string) => IDataObject;
}

const [targetAds, promoPages, myTarget] = performanceCases;
const lookUpOf = (index: number, path: string) =>
	performanceCases[index]!.lookUps.find((lookUp) => lookUp.path === path)!;

const plain = (objects: readonly object[]) => JSON.parse(JSON.stringify(objects)) as IDataObject[];

/** Reports know the ID: what it is called now is the name of all its days. */
const byId = {
	deleted: (row: IDataObject) => ({ ...row, campaign_name: null }),
	renamed: (row: IDataObject, name: string) => ({ ...row, campaign_name: name }),
};

const lists: readonly List[] = [
	{
		platform: targetAds!.platform,
		...lookUpOf(0, '/v1/meta/campaigns'),
		name: 'placement_name',
		campaigns: ({ targetAds: { placements } }) => plain(placements),
		answerOf: (campaigns) => ({ campaigns, count: campaigns.length }),
		// Reports know the name only, which leads to no ID then.
		deleted: (row) => ({ ...row, campaign_id: null }),
		renamed: (row) => ({ ...row, campaign_id: null }),
	},
	{
		platform: promoPages!.platform,
		...lookUpOf(1, '/campaigns'),
		name: 'title',
		campaigns: ({ promoPages: cabinet }) => plain(cabinet.campaigns(cabinet.publishers[0]!.publisher.id)),
		answerOf: (campaigns) => ({ campaigns, hasNextPage: false }),
		...byId,
	},
	{
		platform: myTarget!.platform,
		...lookUpOf(2, '/api/v2/ad_plans.json'),
		name: 'name',
		campaigns: ({ myTarget: { adPlans } }) => plain(adPlans),
		answerOf: (campaigns) => ({ items: campaigns, count: campaigns.length, offset: 0 }),
		...byId,
	},
];

const sandbox = ofFile(async () => startSandbox(SANDBOX));

describe.each(lists.map((list) => ({ ...list, title: list.platform.title })))(
	'campaigns of $title',
	({ platform, path, parameters, name, campaigns, answerOf, deleted, renamed }) => {
		const load = async () =>
			jsonOf((await runOnFakeClock(platform, sandbox, { ...PERFORMANCE, ...parameters?.(sandbox) })).items);

		/** A campaign with rows, by the name that it has. */
		const chosenOf = (rows: readonly IDataObject[]) => {
			const { campaign_name: chosen } = rows.find((row) => row.campaign_name !== null)!;
			const isIts = (row: IDataObject) => row.campaign_name === chosen;
			expect(rows.filter(isIts).length).toBeGreaterThan(0);
			expect(rows.filter(isIts).length).toBeLessThan(rows.length);
			return { chosen, isIts };
		};

		it('keep their rows and keys when they are deleted', async () => {
			const before = await load();
			const { chosen, isIts } = chosenOf(before);
			const left = campaigns(sandbox).filter(({ [name]: own }) => own !== chosen);
			sandbox.faults.add({ path, fault: answer(200, answerOf(left)) });
			expect(await load()).toEqual(before.map((row) => (isIts(row) ? deleted(row) : row)));
		});

		it('keep their rows and keys when they are renamed', async () => {
			const before = await load();
			const { chosen, isIts } = chosenOf(before);
			const changed = campaigns(sandbox).map((campaign) =>
				campaign[name] === chosen ? { ...campaign, [name]: 'Новое имя' } : campaign,
			);
			sandbox.faults.add({ path, fault: answer(200, answerOf(changed)) });
			expect(await load()).toEqual(before.map((row) => (isIts(row) ? renamed(row, 'Новое имя') : row)));
		});
	},
);
