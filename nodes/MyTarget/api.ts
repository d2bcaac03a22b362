import type { z } from 'zod';

import type { Client, ClientRequest, NameAndValue } from '../../connector/client';
import { ResponseInvalidError } from '../../connector/errors';
import { assertComplete, type CountedPage } from '../../connector/pages';
import type { Row } from '../../connector/rows';
import {
	createdAnswer,
	doneAnswer,
	fastAnswer,
	goalsAnswer,
	listAnswer,
	objectAnswer,
	statisticsAnswer,
	throttlingAnswer,
	userAnswer,
	type OwnUser,
	type FastKey,
	type StatisticsAnswer,
	type Throttling,
} from './schemas';

export type Query = readonly NameAndValue[];

/** What statistics are kept for, as their paths name it. */
export type ObjectType = 'campaigns' | 'banners' | 'ad_plans' | 'ad_groups' | 'users';

/** Where the answer of fast statistics has the objects; ad groups are asked for as campaigns, the same records (sheet 2). */
const FAST: Readonly<Record<ObjectType, readonly [path: string, ...keys: FastKey[]]>> = {
	ad_groups: ['campaigns', 'campaigns', 'ad_groups'],
	ad_plans: ['ad_plans', 'ad_plans'],
	banners: ['banners', 'banners'],
	campaigns: ['campaigns', 'campaigns'],
	users: ['users', 'advertisers'],
};

type Carried = 'json' | 'multipart' | 'content' | 'accept' | 'decode';
export type Sent = Pick<ClientRequest, 'method' | 'path' | 'query' | Carried>;

/** A list that came in one answer. Without a count nothing says that it is complete. */
export interface WholeRows {
	readonly rows: readonly Row[];
	readonly counted: boolean;
}

/** A request of a slice: until when it is wanted, and whether halves would be run if it took too long now. */
export interface SliceCall {
	readonly signal: AbortSignal;
	readonly canSplit: () => boolean;
}

/** The endpoints of the myTarget API. Paths are those of the fact sheet, section 2; versions are not exchangeable (trap 17). */
export class MyTargetApi {
	private own: Promise<OwnUser> | undefined;

	constructor(
		private readonly client: Client,
		/** VK Ads has ad plans with ad groups in them; what both are in myTarget are its campaigns. */
		readonly hasAdPlans: boolean,
		/** The client of an agency whose account it is; '' for the account that the API access was granted to. */
		readonly agencyClient = '',
	) {}

	/** A page of a list. */
	async page(path: string, query: Query): Promise<CountedPage> {
		const { items, count } = await this.get(path, query, listAnswer);
		return { rows: items, total: count ?? undefined };
	}

	/**
	 * A list that is not paged (sheet 3.0.2).
	 *
	 * @throws {ResponseInvalidError} it has become a paged one
	 */
	async wholeList(path: string): Promise<WholeRows> {
		const { items, count } = await this.get(path, [], listAnswer);
		assertComplete(items.length, count);
		return { rows: items, counted: typeof count === 'number' };
	}

	/**
	 * @param collection path of the list that the object belongs to, without `.json`
	 * @param known fields that such an object can have, besides those that the query asks for
	 * @throws {ResponseInvalidError} the answer is no such object
	 */
	async object(collection: string, id: string, query: Query, known: readonly string[]): Promise<Row> {
		const object = await this.get(`${collection}/${id}.json`, query, objectAnswer);
		if (object.id !== undefined && object.id !== id && object.id !== Number(id))
			throw new ResponseInvalidError('The platform sent another object than the one that was asked for.');
		return ofFields(object, known, query);
	}

	/**
	 * @param known fields that an account can have, besides those that the query asks for
	 * @throws {ResponseInvalidError} the answer is no account
	 */
	async user(query: Query, known: readonly string[]): Promise<Row> {
		return ofFields(await this.get('/api/v3/user.json', query, objectAnswer), known, query);
	}

	/** The account itself, with its currency; asked for once. */
	async ownUser(): Promise<OwnUser> {
		this.own ??= this.get('/api/v3/user.json', [['fields', 'id,username,currency']], userAnswer).catch(
			(error: unknown) => {
				this.own = undefined;
				throw error;
			},
		);
		return this.own;
	}

	async goals(): Promise<Record<string, Row[]>> {
		return this.get('/api/v2/goals.json', [], goalsAnswer);
	}

	async throttling(): Promise<Throttling> {
		return this.get('/api/v2/throttling.json', [], throttlingAnswer);
	}

	/** @returns the new object as it came; only that it was done for an empty answer */
	async create(path: string, body: object, check: string): Promise<Row> {
		const created = await this.change({ method: 'POST', path, json: body }, createdAnswer, check);
		return created ?? { success: true };
	}

	/** Changes an object; everything that is not in the body stays (sheet 1.1: by POST, not PUT). */
	async update(collection: string, id: string, body: object, check: string): Promise<void> {
		await this.change({ method: 'POST', path: `${collection}/${id}.json`, json: body }, doneAnswer, check);
	}

	async delete(collection: string, id: string, check: string): Promise<void> {
		await this.change({ method: 'DELETE', path: `${collection}/${id}.json` }, doneAnswer, check);
	}

	/** Changes up to 200 objects; of ad groups and banners all or none (sheet 3.6). */
	async massAction(collection: string, changes: readonly object[], check: string): Promise<void> {
		const request: Sent = { method: 'POST', path: `${collection}/mass_action.json`, json: changes };
		await this.change(request, doneAnswer, check);
	}

	/** Statistics v2 by day (sheet 3.19). */
	async daily(type: ObjectType, query: Query, call: SliceCall): Promise<StatisticsAnswer> {
		return this.statistics(`/api/v2/statistics/${type}/day.json`, query, statisticsAnswer, call);
	}

	/** Statistics v2 for the whole life; dates are ignored there (trap 47). */
	async summary(type: ObjectType, query: Query, call: SliceCall): Promise<StatisticsAnswer> {
		return this.statistics(`/api/v2/statistics/${type}/summary.json`, query, statisticsAnswer, call);
	}

	/** Statistics v3: totals of a period, although the path says day (trap 43). */
	async period(type: ObjectType, query: Query, call: SliceCall): Promise<StatisticsAnswer> {
		return this.statistics(`/api/v3/statistics/${type}/day.json`, query, statisticsAnswer, call);
	}

	/** What people did afterwards: goals on a site, events in an app, purchases that were uploaded (sheet 3.21 to 3.23). */
	async conversions(
		kind: 'goals' | 'inapp' | 'offline_conversions',
		type: ObjectType,
		query: Query,
		call: SliceCall,
	): Promise<StatisticsAnswer> {
		return this.statistics(`/api/v2/statistics/${kind}/${type}/day.json`, query, statisticsAnswer, call);
	}

	/**
	 * Statistics of the last 60 minutes by id (sheet 3.24).
	 *
	 * @throws {ResponseInvalidError} the answer has no place for such objects, which is not the same as none of them
	 */
	async fast(type: ObjectType, query: Query, call: SliceCall): Promise<Record<string, unknown>> {
		const [name, ...keys] = FAST[type];
		const path = `/api/v3/statistics/faststat/${name}.json`;
		const answer = await this.statistics(path, query, fastAnswer, call);
		const found = keys
			.map((key) => answer[key])
			.filter((objects) => objects !== undefined && objects !== null);
		if (found.length === 0)
			throw new ResponseInvalidError(`The platform sent fast statistics without "${keys.join('" or "')}".`);
		return Object.assign({}, ...found) as Record<string, unknown>;
	}

	/** Any other method. @returns the answer as it came; undefined for an empty one */
	async send(request: Sent): Promise<unknown> {
		if (request.method !== 'GET')
			return this.change(request, doneAnswer, 'Look at the object before you run it again.');
		return this.client.json(
			{ ...request, intent: 'read', mayBeEmpty: true, budgetName: methodOf(request), namesObject: true },
			doneAnswer,
		);
	}

	private async get<Schema extends z.ZodType>(
		path: string,
		query: Query,
		schema: Schema,
	): Promise<z.infer<Schema>> {
		const request = { method: 'GET', path, query: given(query) } as const;
		const budgetName = methodOf(request);
		const namesObject = budgetName.includes('{id}');
		return this.client.json({ ...request, intent: 'read', budgetName, namesObject }, schema);
	}

	private async statistics<Schema extends z.ZodType>(
		path: string,
		query: Query,
		schema: Schema,
		{ signal, canSplit }: SliceCall,
	): Promise<z.infer<Schema>> {
		return this.client.json({ method: 'GET', path, query, intent: 'read', canSplit, signal }, schema);
	}

	/** @param check how to look whether it was done, for a failure that leaves that open */
	async change<Schema extends z.ZodType>(
		request: Sent & { readonly needsProof?: true },
		schema: Schema,
		check: string,
	): Promise<z.infer<Schema>> {
		const budgetName = methodOf(request);
		return this.client.json(
			{ ...request, intent: 'write', check, mayBeEmpty: true, budgetName, namesObject: true },
			schema,
		);
	}
}

/** The method that a request belongs to, as its budget is counted: ids are parameters of it. */
export function methodOf({ method, path }: Pick<Sent, 'method' | 'path'>): string {
	return `${method} ${path.replace(/\/\d+(,\d+)*(?=[./]|$)/g, '/{id}')}`;
}

/**
 * Which fields an object has depends on the query and on the account, and one without any is possible. One that has
 * none of those that it can have, or an error beside them, is no such object.
 */
function ofFields(object: Row, known: readonly string[], query: Query): Row {
	const asked = query.flatMap(([name, value]) => (name === 'fields' ? value.split(',') : []));
	const possible = new Set([...known, ...asked]);
	const fields = Object.keys(object);
	const isForeign = fields.length > 0 && !fields.some((field) => possible.has(field));
	if (isForeign || (Object.hasOwn(object, 'error') && !possible.has('error')))
		throw new ResponseInvalidError('The platform sent something else than the object that was asked for.');
	return object;
}

/** Without parameters there is no question mark either. */
function given(query: Query): Query | undefined {
	return query.length === 0 ? undefined : query;
}
