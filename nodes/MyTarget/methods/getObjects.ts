import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { fromAccount } from '../../shared/editor/editor-api';
import { myTarget } from '../platform';
import { adGroup, adPlan, banner, campaign } from '../object/kinds';
import { allObjects } from './search-objects';

const KINDS = { ad_groups: adGroup, ad_plans: adPlan, banners: banner, campaigns: campaign };

/** Objects of the chosen type; of users only the account itself is known. */
export async function getObjects(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const type = this.getCurrentNodeParameter('objectType');
	const kind = Object.entries(KINDS).find(([name]) => name === type)?.[1];
	return fromAccount(this, myTarget, async (api) => {
		if (kind === undefined) {
			const id = await api.userId();
			return [{ name: `This account (${id})`, value: id }];
		}
		const options = await allObjects(api, kind.collection, kind.sortsById);
		return options.sort((a, b) => a.name.localeCompare(b.name, 'ru'));
	});
}
