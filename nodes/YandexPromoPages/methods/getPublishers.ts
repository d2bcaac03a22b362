import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { fromAccount } from '../../shared/editor/editor-api';
import { accessiblePublishers } from '../publishers';
import { yandexPromoPages } from '../platform';

export async function getPublishers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const publishers = await fromAccount(this, yandexPromoPages, accessiblePublishers);
	return publishers
		.map(({ publisher: { id, name } }) => ({ name: name ? `${name} (${id})` : id, value: id }))
		.sort((a, b) => a.name.localeCompare(b.name, 'ru'));
}
