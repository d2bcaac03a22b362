import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { Observe } from '../../../connector/events';
import type { Row } from '../../../connector/rows';
import { cutIds } from '../../../connector/slices';
import { lookUpNames } from '../../shared/operations/look-up-names';
import type { MyTargetApi, ObjectType } from '../api';
import { FILTER_VALUES } from '../limits';
import { id as objectId, type OwnUser } from '../schemas';

export const addNamesField: INodeProperties = {
	displayName: 'Add Names',
	name: 'addNames',
	type: 'boolean',
	default: true,
	description:
		'Whether to add the name of each object and the ID of what it belongs to to the rows. Objects that are chosen take one more request for every 50 of them, all others none.',
};

/** The field of an object that holds the ID of what it belongs to: VK Ads and myTarget name it differently (sheet 3.5). */
function parentField(type: ObjectType, hasAdPlans: boolean): string[] {
	if (type === 'ad_groups') return ['ad_plan_id'];
	if (type === 'banners') return [hasAdPlans ? 'ad_group_id' : 'campaign_id'];
	// In VK Ads they are its ad groups under another name (sheet 2).
	return type === 'campaigns' && hasAdPlans ? ['ad_plan_id'] : [];
}

const named = z.looseObject({ id: objectId });

/** Names of objects and IDs of their parents, as lists give them: those of the account come while it is listed. */
export class ObjectNames {
	private readonly known = new Map<string, Row>();
	/** By id, whatever is under way or done: slices that run at the same time are often of the same objects. */
	private readonly asked = new Map<string, Promise<void>>();
	private accountId: OwnUser['id'] | undefined;
	private gaveUp = false;

	/** @param mayLack whom to tell that names could not be had, where rows are wanted without them, too */
	constructor(private readonly mayLack?: Observe) {}

	/** Fields of an object to ask a list for, besides its ID. */
	fields(type: ObjectType, { hasAdPlans }: Pick<MyTargetApi, 'hasAdPlans'>): readonly string[] {
		return ['name', ...parentField(type, hasAdPlans)];
	}

	add(id: string, columns: Row): void {
		this.known.set(id, columns);
	}

	/**
	 * The account of an agency's client, so that the rows of all its clients can stand in one table; no columns for the
	 * account of the credential.
	 */
	accountOf({ agencyClient }: MyTargetApi): Row {
		return agencyClient === '' ? {} : { account_id: this.accountId ?? null, account_name: agencyClient };
	}

	/** Asks for those objects of an answer that no list has named yet; what has no name then stays without. */
	async learn(api: MyTargetApi, type: ObjectType, items: readonly unknown[]): Promise<void> {
		if (api.agencyClient !== '') this.accountId = (await api.ownUser()).id;
		if (type === 'users') return;
		const unknown = items.flatMap((item) => {
			const { data } = named.safeParse(item);
			return data === undefined || this.known.has(String(data.id)) ? [] : [String(data.id)];
		});
		const ids = [...new Set(unknown)];
		const unasked = ids.filter((id) => !this.asked.has(id));
		for (const batch of cutIds(unasked, FILTER_VALUES)) {
			const answer = this.askIfNeeded(api, type, batch);
			for (const id of batch) this.asked.set(id, answer);
		}
		await Promise.all(ids.flatMap((id) => this.asked.get(id) ?? []));
	}

	/** Where they may lack, one failure is enough: the next request would be as slow to fail. */
	private async askIfNeeded(api: MyTargetApi, type: ObjectType, ids: readonly string[]): Promise<void> {
		if (this.mayLack === undefined) return this.ask(api, type, ids);
		if (this.gaveUp) return;
		const found = await lookUpNames(this.mayLack, `Names of ${type.replace('_', ' ')}`, async () => {
			await this.ask(api, type, ids);
			return true;
		});
		this.gaveUp ||= found === undefined;
	}

	private async ask(api: MyTargetApi, type: ObjectType, ids: readonly string[]): Promise<void> {
		try {
			const { rows } = await api.page(`/api/v2/${type}.json`, [
				['fields', ['id', ...this.fields(type, api)].join(',')],
				['_id__in', ids.join(',')],
				['limit', String(FILTER_VALUES)],
				['offset', '0'],
			]);
			for (const { id, ...columns } of rows) this.add(String(id), columns);
		} catch (error) {
			for (const id of ids) this.asked.delete(id);
			throw error;
		}
	}

	/** The columns of an object, null where nobody named it. */
	of(id: unknown, type: ObjectType, api: MyTargetApi): Row {
		const row = this.known.get(String(id)) ?? {};
		return Object.fromEntries(this.fields(type, api).map((field) => [field, row[field] ?? null]));
	}
}
